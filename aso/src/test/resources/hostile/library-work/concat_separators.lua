-- family: library-work
-- attack: table.concat whose separators make the size
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1000 do t[i] = "" end
  return #table.concat(t, ("s"):rep(2000))
end
