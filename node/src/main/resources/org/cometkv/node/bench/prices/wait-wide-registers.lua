-- A wait in the last of eleven calls, each of which had 3,990 results.
-- covers: comet.get OP_CALL table.unpack
-- phase: wait
-- heap: yes
local list = {}
for i = 1, 3990 do list[i] = i end
function aso:onGet()
  local function deep(n)
    local count = select("#", table.unpack(list))
    if n == 0 then comet.get() else deep(n - 1) end
    return count
  end
  deep(10)
end
