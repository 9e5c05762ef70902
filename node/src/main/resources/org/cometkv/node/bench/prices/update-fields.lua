-- An update by an object with 1,000 fields.
-- covers: OP_SETTABLE
-- phase: update
for i = 1, 1000 do aso["f" .. i] = i / 3 end
function aso:onUpdate(caller, value, object) return true end
