-- Frontiers of a long set.
-- covers: string.find
local text, pattern = ("a"):rep(20000), "%f[" .. ("%d"):rep(200) .. "]x"
function aso:onGet()
  while true do text:find(pattern) end
end
