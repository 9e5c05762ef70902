-- A search for a long pattern that is plain, longer than the text.
-- covers: string.find
local text, pattern = "x", ("a"):rep(60000)
function aso:onGet()
  while true do text:find(pattern) end
end
