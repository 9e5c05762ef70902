-- family: pcall
-- attack: 10,000 nested pcalls
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function nest(n)
    if n == 0 then error("deep") end
    return pcall(nest, n - 1)
  end
  return nest(10000)
end
