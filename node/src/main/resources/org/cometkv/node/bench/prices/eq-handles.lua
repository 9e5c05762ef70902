-- Comparisons of handles of one node, and of the party that asks.
-- covers: OP_EQ rawequal
function aso:onGet(caller)
  local one, other, r = comet.lookup()[1], comet.lookup()[1], nil
  while true do
    r = one == other
    r = caller == one
    rawequal(one, other)
  end
end
