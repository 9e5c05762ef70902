-- family: state
-- attack: the chunk keeps strings and tables in its own variables, which events cannot change
-- event: onGet
-- outcome: completed
-- value: 300000
local held = ("x"):rep(300000)
function onGet() return #held end
