-- A body that makes tables until it is stopped.
-- covers: OP_NEWTABLE
-- phase: chunk
local last
while true do last = {last} end
