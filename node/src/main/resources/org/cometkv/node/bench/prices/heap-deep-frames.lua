-- 2,500 calls.
-- covers: OP_CALL
-- heap: yes
function aso:onGet()
  local function deep(n, a, b)
    if n == 0 then
      for i = 1, 6000 do end
    else
      deep(n - 1, a, b)
    end
    return n
  end
  deep(2500, 1, 2)
end
