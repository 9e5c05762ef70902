-- Variables of the chunk are read and written.
-- covers: OP_GETUPVAL OP_SETUPVAL OP_MOVE
-- heap: yes
local a, b, c, d = 1, 2, 3, 4
function aso:onGet()
  for i = 1, 4800 do
    a, b, c, d = b + i / 3, c + i / 5, d + i / 7, a + i / 9
  end
  for i = 1, 6000 do end
end
