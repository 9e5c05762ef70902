-- A body that keeps 100,000 bytes outside of the state.
-- covers: string.rep
-- phase: chunk
-- heap: yes
local text = ("x"):rep(100000)
function aso:onGet() return #text end
