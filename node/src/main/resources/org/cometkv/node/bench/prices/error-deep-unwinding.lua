-- Errors that pass 1,000 calls.
-- covers: error pcall
function aso:onGet()
  local function deep(n)
    if n > 0 then return 1 + deep(n - 1) end
    error("x")
  end
  while true do pcall(deep, 1000) end
end
