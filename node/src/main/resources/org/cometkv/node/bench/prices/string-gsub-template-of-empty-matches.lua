-- A template of 20,000 times the match, which is empty.
-- covers: string.gsub
local text, template = ("x"):rep(100), ("%0"):rep(20000)
function aso:onGet()
  while true do text:gsub("y*", template) end
end
