-- Texts that functions of the script give.
-- covers: tostring
local function text() return "x" end
function aso:onGet()
  local x = setmetatable({}, {__tostring = text})
  while true do tostring(x) end
end
