-- Loops over fractions and subnormal numbers.
-- covers: OP_FORLOOP OP_FORPREP
function aso:onGet()
  for i = 0, 10000, 0.3 do end
  for i = 0, 1, 5e-324 do end
end
