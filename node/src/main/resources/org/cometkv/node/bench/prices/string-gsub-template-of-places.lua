-- A template of 200 places for each match.
-- covers: string.gsub
local text, template = ("x"):rep(2000), ("%1"):rep(200)
function aso:onGet()
  while true do text:gsub("()", template) end
end
