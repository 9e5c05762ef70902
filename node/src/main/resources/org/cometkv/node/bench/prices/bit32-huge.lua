-- Words of huge numbers.
-- covers: bit32.arshift bit32.bnot bit32.extract bit32.lrotate bit32.lshift bit32.replace bit32.rrotate bit32.rshift
function aso:onGet()
  local huge = 1.7976931348623157e308
  while true do
    bit32.arshift(huge, huge)
    bit32.bnot(huge)
    bit32.extract(huge, 3, 29)
    bit32.lrotate(huge, huge)
    bit32.lshift(huge, huge)
    bit32.replace(huge, huge, 3, 29)
    bit32.rrotate(huge, huge)
    bit32.rshift(huge, huge)
  end
end
