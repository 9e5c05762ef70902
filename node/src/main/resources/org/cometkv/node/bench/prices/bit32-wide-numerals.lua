-- Joins of 3,990 numerals.
-- covers: bit32.band bit32.bor bit32.bxor bit32.btest
function aso:onGet()
  local function again(...)
    while true do
      bit32.band(...)
      bit32.bor(...)
      bit32.bxor(...)
      bit32.btest(...)
    end
  end
  local list = {}
  for i = 1, 3990 do list[i] = "0x1p1023" end
  again(table.unpack(list))
end
