-- Assertions that hand 3,990 arguments on, one of which is taken.
-- covers: assert OP_VARARG
function aso:onGet()
  local function again(...)
    while true do local a = assert(...) end
  end
  local list = {}
  for i = 1, 3990 do list[i] = i end
  again(table.unpack(list))
end
