-- Calls 1,500 deep, again and again.
-- covers: OP_CALL OP_RETURN
function aso:onGet()
  local function deep(n)
    if n > 0 then return 1 + deep(n - 1) end
    return 0
  end
  while true do deep(1500) end
end
