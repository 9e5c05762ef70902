-- The order of numbers.
-- covers: OP_LT OP_LE
function aso:onGet()
  local a, b, c, r = 5e-324, 1e308, 0 / 0, nil
  while true do
    r = a < b
    r = b <= c
    r = c < a
  end
end
