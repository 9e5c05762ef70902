-- Replacements that a table gives through 90 others.
-- covers: string.gsub
local last = {}
for i = 1, 90 do last = setmetatable({}, {__index = last}) end
local text = ("a"):rep(2000)
function aso:onGet()
  while true do text:gsub("%w", last) end
end
