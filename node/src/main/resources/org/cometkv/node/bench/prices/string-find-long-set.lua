-- A set of 60,000 bytes that no byte of the text is in.
-- covers: string.find
local text, pattern = ("a"):rep(20000), "[" .. ("b"):rep(60000) .. "]"
function aso:onGet()
  while true do text:find(pattern) end
end
