-- family: results
-- attack: onUpdate that gives a table instead of a yes or no
-- event: onUpdate
-- outcome: completed|error
function onUpdate()
  return setmetatable({}, { __eq = function() while true do end end })
end
