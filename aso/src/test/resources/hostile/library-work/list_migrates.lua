-- family: library-work
-- attack: keys move from the hash into the list each time the first element comes back
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 2, 2500 do t[i] = true end
  while true do
    t[1] = true
    t[1] = nil
  end
end
