-- Calls with 3,990 arguments and as many results.
-- covers: OP_CALL OP_RETURN OP_VARARG table.unpack
local function all(...) return ... end
function aso:onGet()
  local function again(...)
    while true do all(all(...)) end
  end
  local list = {}
  for i = 1, 3990 do list[i] = i end
  again(table.unpack(list))
end
