-- Replacements that a table gives for captures of 10,000 bytes.
-- covers: string.gsub
local key = ("a"):rep(10000)
local all = {[key] = "b"}
function aso:onGet()
  while true do key:gsub("%w+", all) end
end
