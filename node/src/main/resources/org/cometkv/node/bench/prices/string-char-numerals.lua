-- Strings of 3,990 numerals as bytes.
-- covers: string.char
function aso:onGet()
  local function again(...)
    while true do string.char(...) end
  end
  local list = {}
  for i = 1, 3990 do list[i] = "0x1p0" end
  again(table.unpack(list))
end
