-- family: state
-- attack: a metatable on aso whose functions never end: the host reads and writes raw
-- event: onGet
-- outcome: completed
-- value: 1
local function loop() while true do end end
function aso:onGet() return 1 end
setmetatable(aso, { __index = loop, __newindex = loop, __pairs = loop, __len = loop, __tostring = loop, __eq = loop })
