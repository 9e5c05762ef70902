-- A body that makes 2,000 functions.
-- covers: OP_CLOSURE OP_SETTABLE
-- phase: chunk
aso.all = {}
for i = 1, 2000 do
  aso.all[i] = function() return i end
end
