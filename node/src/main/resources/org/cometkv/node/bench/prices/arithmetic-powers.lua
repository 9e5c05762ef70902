-- Powers of subnormal numbers, and powers that are subnormal.
-- covers: OP_POW
function aso:onGet()
  local r
  local small, one = 5e-324, 1.0000001
  while true do
    r = small ^ 0.3
    r = 1e-300 ^ 1.0333
    r = one ^ 1e9
    r = 3e-310 ^ 0.9999
    r = 0.9999999 ^ -7.4e9
  end
end
