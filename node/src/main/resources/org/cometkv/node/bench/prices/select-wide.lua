-- Selections from 3,990 arguments.
-- covers: select OP_VARARG
function aso:onGet()
  local function again(...)
    while true do
      select("#", ...)
      select(-3990, ...)
      select("0x1p0", ...)
    end
  end
  local list = {}
  for i = 1, 3990 do list[i] = i end
  again(table.unpack(list))
end
