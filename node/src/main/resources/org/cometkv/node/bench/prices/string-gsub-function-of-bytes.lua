-- Replacements of each byte that a function gives.
-- covers: string.gsub
local text = ("a"):rep(6000)
local function same(c) return c end
function aso:onGet()
  while true do text:gsub(".", same) end
end
