-- Conditions of all kinds.
-- covers: OP_TEST OP_TESTSET OP_NOT OP_JMP OP_LOADBOOL
function aso:onGet()
  local a, b, c = nil, false, 1
  while true do
    local d = a or b or not c or a and b or not not c
    if not (a or b) and (c and not d or d) then c = not a end
  end
end
