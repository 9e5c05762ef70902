-- Traversals of all globals, four of them with names of 50,000 bytes.
-- covers: pairs next OP_TFORCALL OP_TFORLOOP
for i = 1, 4 do _G[("x" .. i):rep(25000)] = i end
function aso:onGet()
  while true do
    for name in pairs(_G) do end
  end
end
