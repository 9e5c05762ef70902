-- Operators on hexadecimal numerals of subnormal numbers.
-- covers: OP_ADD OP_SUB OP_MUL OP_DIV OP_MOD OP_POW OP_UNM
function aso:onGet()
  local text, r = "0x1p-1074", nil
  while true do
    r = text + text
    r = text - text
    r = text * text
    r = text / text
    r = text % text
    r = text ^ text
    r = -text
  end
end
