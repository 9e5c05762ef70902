-- family: pcall
-- attack: an endless loop inside a thousand nested pcalls
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local function nest(n)
    if n == 0 then while true do end end
    return pcall(nest, n - 1)
  end
  return nest(1000)
end
