-- Replacements that are numbers hard to write.
-- covers: string.gsub
local text = ("x"):rep(1000)
local all = {x = 5e-324}
function aso:onGet()
  while true do
    text:gsub("x", all)
    text:gsub("x", 1.7e308)
  end
end
