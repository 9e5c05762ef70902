-- An anchored pattern that fits at once in a long text, none of which is replaced.
-- covers: string.gsub
local text = ("x"):rep(6000)
function aso:onGet()
  while true do text:gsub("^x", "y", 1) end
end
