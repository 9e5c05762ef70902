-- A template of 60 captures for each match.
-- covers: string.gsub
local text, template = ("abc"):rep(500), ("%1%2%3%0%%"):rep(60)
function aso:onGet()
  while true do text:gsub("(a)(b)(c)", template) end
end
