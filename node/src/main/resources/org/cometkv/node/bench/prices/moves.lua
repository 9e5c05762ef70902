-- Moves and constants.
-- covers: OP_MOVE OP_LOADK OP_LOADBOOL OP_JMP
function aso:onGet()
  local a, b, c, d = 1, "x", true, false
  while true do
    a, b, c, d = d, c, b, a
    a, b = "y", 1e308
    c = a == b
    d = a ~= b
  end
end
