-- family: state
-- attack: reserved fields and handlers served by an __index that never ends
-- event: onTimer
-- outcome: completed|error
setmetatable(aso, { __index = function() while true do end end })
