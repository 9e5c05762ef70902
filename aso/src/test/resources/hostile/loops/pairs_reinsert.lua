-- family: loops
-- attack: traversal that removes each key and sets it again, so that it might always find another one
-- event: onGet
-- outcome: limit|completed
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 1, 10 do t["k" .. i] = i end
  for k in pairs(t) do
    t[k] = nil
    t[k] = true
  end
end
