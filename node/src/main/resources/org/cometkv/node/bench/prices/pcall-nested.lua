-- Protected calls 400 deep.
-- covers: pcall
function aso:onGet()
  local function deep(n)
    if n > 0 then return pcall(deep, n - 1) end
  end
  while true do deep(400) end
end
