-- family: results
-- attack: a result that is callable, comparable and concatenable
-- event: onGet
-- outcome: completed
-- value: {1}
function onGet()
  local loop = function() while true do end end
  return setmetatable({ 1 }, { __call = loop, __eq = loop, __concat = loop, __metatable = loop, __newindex = loop })
end
