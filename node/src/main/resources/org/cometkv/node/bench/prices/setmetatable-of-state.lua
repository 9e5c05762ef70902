-- The metatable of a table of the state is set again and again.
-- covers: setmetatable getmetatable
aso.all = {}
local meta = {__index = {}}
function aso:onGet()
  while true do
    setmetatable(self.all, meta)
    getmetatable(self.all)
  end
end
