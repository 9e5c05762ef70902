-- Traversals of four keys of 60,000 bytes.
-- covers: pairs next OP_TFORCALL OP_TFORLOOP
local all = {}
for i = 1, 4 do all[(i .. ""):rep(60000)] = i end
function aso:onGet()
  while true do
    for key in pairs(all) do end
  end
end
