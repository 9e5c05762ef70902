-- family: loops
-- attack: endless loop in onUpdate, so that the object could not be replaced in time
-- event: onUpdate
-- outcome: limit
-- limit: fuel|allocation
function aso:onUpdate(caller, value, object)
  while true do self.value = value end
end
