-- A wait in the last of 2,500 calls.
-- covers: comet.get OP_CALL
-- phase: wait
-- heap: yes
function aso:onGet()
  local function deep(n)
    if n == 0 then comet.get() else deep(n - 1) end
    return n
  end
  deep(2500)
end
