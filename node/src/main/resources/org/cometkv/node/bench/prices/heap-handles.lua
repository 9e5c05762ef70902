-- Lists of handles.
-- covers: comet.lookup
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 120 do list[i] = comet.lookup() end
  for i = 1, 6000 do end
  return #list
end
