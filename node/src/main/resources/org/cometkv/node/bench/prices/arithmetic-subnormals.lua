-- Operators on subnormal and huge numbers.
-- covers: OP_ADD OP_SUB OP_MUL OP_DIV OP_UNM
function aso:onGet()
  local small, huge, r = 5e-324, 1.7e308, nil
  while true do
    r = small + small
    r = r - small
    r = small * 0.3
    r = small / 3
    r = -small
    r = huge + huge
    r = huge * small
    r = small / huge
  end
end
