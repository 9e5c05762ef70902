-- Replacements that a function gives, with 32 captures each.
-- covers: string.gsub
local text, pattern = ("abcdefgh"):rep(400), ("(.)"):rep(32)
local function none() end
function aso:onGet()
  while true do text:gsub(pattern, none) end
end
