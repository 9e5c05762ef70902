-- Reads and writes that call library functions.
-- covers: OP_GETTABLE OP_SETTABLE rawget rawset
local proxy = setmetatable({}, {__index = rawget, __newindex = rawset})
function aso:onGet()
  local proxy = setmetatable({}, {__index = rawget, __newindex = rawset})
  while true do
    proxy[1] = proxy.missing
    proxy[1] = nil
  end
end
