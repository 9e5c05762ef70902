-- Loops over integers near their edge.
-- covers: OP_FORLOOP OP_FORPREP
function aso:onGet()
  for i = 2147450000, 2147483647 do end
  for i = -2147450000, -2147483648, -1 do end
  for i = 1, 1e9 do end
end
