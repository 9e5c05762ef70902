-- A template of 1,000 percent signs for each match.
-- covers: string.gsub
local text, template = ("x"):rep(100), ("%%"):rep(1000)
function aso:onGet()
  while true do text:gsub("x", template) end
end
