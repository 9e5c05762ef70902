-- family: recursion
-- attack: a __tostring that is tostring itself
-- event: onGet
-- outcome: limit|error
-- limit: allocation|fuel
function onGet()
  return tostring(setmetatable({}, { __tostring = tostring }))
end
