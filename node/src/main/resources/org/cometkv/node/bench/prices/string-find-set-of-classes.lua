-- A set of classes and ranges that no byte of the text is in.
-- covers: string.find
local text, pattern = ("a"):rep(20000), "[" .. ("%d%u%s%c%z%p0-9A-Z"):rep(50) .. "]"
function aso:onGet()
  while true do text:find(pattern) end
end
