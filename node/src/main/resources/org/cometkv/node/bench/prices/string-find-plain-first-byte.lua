-- A plain search in which each place fits by one byte.
-- covers: string.find
local text = ("a"):rep(60000)
function aso:onGet()
  while true do text:find("ab", 1, true) end
end
