-- Variables of the chunk are read and written.
-- covers: OP_GETUPVAL OP_SETUPVAL OP_MOVE
-- heap: yes
local a, b, c, d = 1, 2, 3, 4
function aso:onGet()
  for i = 1, 7500 do
    a, b, c, d = i / 3, i / 5, i / 7, i / 9
  end
  for i = 1, 6000 do end
end
