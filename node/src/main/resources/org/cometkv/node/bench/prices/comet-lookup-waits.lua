-- Lookups that need the network.
-- covers: comet.lookup
-- phase: wait
function aso:onGet()
  while true do comet.lookup(comet.key(5)) end
end
