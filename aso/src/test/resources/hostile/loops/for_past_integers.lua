-- family: loops
-- attack: numeric for across the 32-bit integer border must not wrap around
-- event: onGet
-- outcome: completed
-- value: 4
function onGet()
  local count = 0
  for i = 2147483646, 2147483649 do
    count = count + 1
    assert(i > 0)
  end
  return count
end
