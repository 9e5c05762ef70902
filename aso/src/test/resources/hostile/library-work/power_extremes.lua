-- family: library-work
-- attack: powers that overflow, underflow and have subnormal results
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local x, y, z = 1.0000000000000002, 3.2e18, nil
  while true do
    z = x ^ y
    z = 0.9999999999999999 ^ y
    z = 2 ^ -1074.5
  end
end
