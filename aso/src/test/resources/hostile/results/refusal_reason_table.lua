-- family: results
-- attack: a refusal whose reason is a table with __tostring that never ends
-- event: onRemove
-- outcome: refused|error
function onRemove()
  return false, setmetatable({}, { __tostring = function() while true do end end })
end
