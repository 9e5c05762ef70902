-- A loop whose body captures three variables and goes round.
-- covers: OP_JMP OP_CLOSURE OP_RETURN
function aso:onGet()
  while true do
    local a, b, c = 1, 2, 3
    local function all() return a, b, c end
    if a then goto continue end
    all()
    ::continue::
  end
end
