-- family: effects
-- attack: values that cannot be sent, published in a loop inside pcall: the attempt must be paid
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects|answer
function onGet()
  local t, e = {}, {}
  for i = 1, 8000 do t[i] = e end
  t[8001] = onGet
  while true do pcall(comet.publish, t) end
end
