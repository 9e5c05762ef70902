-- family: results
-- attack: more results than a call may have, collected on the way out
-- event: onGet
-- outcome: error|limit
-- limit: fuel|allocation
function onGet()
  local function more(...) return 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... end
  local t = {}
  for i = 1, 3995 do t[i] = i end
  return more(table.unpack(t))
end
