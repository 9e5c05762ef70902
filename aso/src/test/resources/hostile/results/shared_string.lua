-- family: results
-- attack: one long string a thousand times in the result
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  local s, t = ("x"):rep(1000), {}
  for i = 1, 1000 do t[i] = s end
  return t
end
