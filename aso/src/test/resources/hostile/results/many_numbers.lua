-- family: results
-- attack: a list of ten thousand numbers
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  local t = {}
  for i = 1, 9000 do t[i] = i + 0.1 end
  return t
end
