-- Lists of 3,990 arguments.
-- covers: table.pack OP_VARARG
function aso:onGet()
  local function again(...)
    while true do table.pack(...) end
  end
  local list = {}
  for i = 1, 3990 do list[i] = i end
  again(table.unpack(list))
end
