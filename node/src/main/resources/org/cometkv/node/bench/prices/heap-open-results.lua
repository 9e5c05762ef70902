-- Eight calls, each of which had 3,990 results.
-- covers: OP_CALL table.unpack
-- heap: yes
local list = {}
for i = 1, 3990 do list[i] = i end
function aso:onGet()
  local function deep(n)
    local count = select("#", table.unpack(list))
    if n == 0 then
      for i = 1, 6000 do end
    else
      deep(n - 1)
    end
    return count
  end
  deep(7)
end
