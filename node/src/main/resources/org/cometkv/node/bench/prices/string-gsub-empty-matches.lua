-- Empty matches in a long text.
-- covers: string.gsub
local text = ("x"):rep(20000)
function aso:onGet()
  while true do text:gsub("y*", "") end
end
