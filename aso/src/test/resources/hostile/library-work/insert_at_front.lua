-- family: library-work
-- attack: table.insert at the front of a growing list: each moves all
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 1e6 do table.insert(t, 1, i) end
end
