-- Errors at a depth of 1,500 that name a level far below the bottom.
-- covers: error pcall
function aso:onGet()
  local function deep(n)
    if n > 0 then return 1 + deep(n - 1) end
    while true do pcall(error, "x", 100000) end
  end
  deep(1500)
end
