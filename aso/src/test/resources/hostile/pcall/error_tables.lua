-- family: pcall
-- attack: error values are handed over as they are, with identity and metatable
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local thrown = setmetatable({}, { __tostring = function() return "thrown" end })
  local ok, caught = pcall(error, thrown)
  return not ok and rawequal(caught, thrown) and tostring(caught) == "thrown"
end
