-- family: loops
-- attack: the chunk body itself never ends, so the object cannot be created
-- event: chunk
-- outcome: limit
-- limit: fuel
aso.value = "never stored"
while true do aso.count = (aso.count or 0) + 1 end
