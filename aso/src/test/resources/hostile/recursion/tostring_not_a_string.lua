-- family: recursion
-- attack: a __tostring that gives no string
-- event: onGet
-- outcome: error|completed
function onGet()
  return tostring(setmetatable({}, { __tostring = function() return {} end }))
end
