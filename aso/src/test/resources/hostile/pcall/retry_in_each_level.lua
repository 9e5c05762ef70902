-- family: pcall
-- attack: each of fifty nested pcalls tries again after the limit
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local function nest(n)
    while true do
      if n > 0 then pcall(nest, n - 1) end
    end
  end
  nest(50)
  return "went on"
end
