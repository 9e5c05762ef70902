-- family: waits
-- attack: requests that cannot be sent, tried in a loop: the attempt must be paid
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects|answer
function onGet()
  local t, e = {}, {}
  for i = 1, 8000 do t[i] = e end
  t[8001] = onGet
  while true do pcall(comet.get, nil, nil, t) end
end
