-- Traversals of a long list with more variables than values.
-- covers: ipairs ipairs.next OP_TFORCALL OP_TFORLOOP
local list = {}
for i = 1, 5000 do list[i] = i end
function aso:onGet()
  while true do
    for a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t in ipairs(list) do end
  end
end
