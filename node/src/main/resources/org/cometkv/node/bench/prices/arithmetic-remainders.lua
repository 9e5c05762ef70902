-- Remainders of a huge number by a tiny one, and of infinity.
-- covers: OP_MOD
function aso:onGet()
  local r
  while true do
    r = 1.7e308 % 5e-324
    r = -5e-324 % 1.7e308
    r = -1 % (1 / 0)
    r = -7 % 0.1
    r = 2147483647 % -2147483648
  end
end
