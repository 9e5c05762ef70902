-- family: recursion
-- attack: a __tostring that formats itself
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return ("%s"):format(setmetatable({}, { __tostring = function(t) return ("%s"):format(t) end }))
end
