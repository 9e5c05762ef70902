-- Words of numerals.
-- covers: bit32.arshift bit32.bnot bit32.extract bit32.lrotate bit32.lshift bit32.replace bit32.rrotate bit32.rshift
function aso:onGet()
  while true do
    bit32.arshift("0x1p62", "0x1p1")
    bit32.bnot("0x1p62")
    bit32.extract("0x1p62", "0x1p1", "0x1p3")
    bit32.lrotate("0x1p62", "0x1p62")
    bit32.lshift("0x1p62", "0x1p3")
    bit32.replace("0x1p62", "0x1p62", "0x1p1", "0x1p3")
    bit32.rrotate("0x1p62", "0x1p62")
    bit32.rshift("0x1p62", "0x1p3")
  end
end
