-- family: state
-- attack: reserved fields of impossible values set by the chunk
-- event: onGet
-- outcome: completed|error
aso.timer = -1e300
aso.ttl = 0 / 0
aso.replicas = "all of them"
aso.replication = {}
function onGet() return 1 end
