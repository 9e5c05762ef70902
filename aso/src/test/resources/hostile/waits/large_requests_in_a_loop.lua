-- family: waits
-- attack: requests of the largest size sent in a loop: copying them must be paid
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects|answer
function onGet()
  local t, e = {}, {}
  for i = 1, 8000 do t[i] = e end
  while true do comet.get(nil, nil, t) end
end
