-- Protected calls with 3,900 arguments and as many results, one of which is taken.
-- covers: pcall OP_VARARG
function aso:onGet()
  local function all(...) return ... end
  local function again(...)
    while true do local a = pcall(all, ...) end
  end
  local list = {}
  for i = 1, 3900 do list[i] = i end
  again(table.unpack(list))
end
