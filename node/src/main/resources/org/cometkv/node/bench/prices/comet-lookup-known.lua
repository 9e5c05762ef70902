-- Lookups that the node answers by itself.
-- covers: comet.lookup
function aso:onGet()
  while true do comet.lookup() end
end
