-- Handles as keys.
-- covers: OP_GETTABLE OP_SETTABLE
function aso:onGet(caller)
  local all, nodes, r = {}, comet.lookup(), nil
  for i = 1, #nodes do all[nodes[i]] = i end
  all[caller] = 1
  local other = comet.lookup()
  while true do
    for i = 1, #other do r = all[other[i]] end
    r = all[caller]
  end
end
