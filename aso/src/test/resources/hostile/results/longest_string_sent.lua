-- family: results
-- attack: a list of strings just within the bound of an answer
-- event: onGet
-- outcome: completed|limit
-- limit: answer
function onGet()
  local t = {}
  for i = 1, 64 do t[i] = ("x"):rep(1020) end
  return t
end
