-- family: loops
-- attack: endless loop in onRemove, so that the object could not be removed in time
-- event: onRemove
-- outcome: limit
-- limit: fuel
function onRemove()
  local i = 0
  repeat i = i + 1 until i < 0
end
