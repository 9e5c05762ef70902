-- Tail calls with 3,990 arguments.
-- covers: OP_TAILCALL OP_VARARG
function aso:onGet()
  local function again(...) return again(...) end
  local list = {}
  for i = 1, 3990 do list[i] = i end
  return again(table.unpack(list))
end
