-- A template of 20,000 captures that are empty, for each empty match.
-- covers: string.gsub
local text, template = ("x"):rep(100), ("%1"):rep(20000)
function aso:onGet()
  while true do text:gsub("(y*)", template) end
end
