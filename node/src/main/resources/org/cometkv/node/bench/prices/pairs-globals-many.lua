-- Traversals of many short names and of the library behind them.
-- covers: pairs OP_TFORCALL OP_TFORLOOP
for i = 1, 500 do _G["name" .. i] = i end
function aso:onGet()
  while true do
    for name, value in pairs(_G) do end
  end
end
