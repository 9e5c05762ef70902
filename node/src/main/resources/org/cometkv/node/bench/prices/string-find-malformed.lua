-- Patterns that are malformed at their end, each error caught.
-- covers: string.find pcall
local pattern = "[" .. ("a"):rep(60000)
function aso:onGet()
  while true do
    pcall(string.find, "a", pattern)
    pcall(string.find, "a", "%")
  end
end
