-- Calls that keep 1,000 fractions as arguments.
-- covers: OP_VARARG OP_CALL
-- heap: yes
local list = {}
for i = 1, 1000 do list[i] = i / 3 end
function aso:onGet()
  local function deep(n, ...)
    if n == 0 then
      for i = 1, 6000 do end
    else
      deep(n - 1, ...)
      return n
    end
  end
  deep(16, table.unpack(list))
end
