-- family: allocation
-- attack: the chunk body allocates without end, so the object cannot be created
-- event: chunk
-- outcome: limit
-- limit: allocation
aso.list = {}
for i = 1, 1e9 do aso.list[i] = {} end
