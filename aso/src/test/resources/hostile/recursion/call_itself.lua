-- family: recursion
-- attack: a table that is its own __call: it must not be resolved for ever
-- event: onGet
-- outcome: error
-- error: call
function onGet()
  local t = {}
  t.__call = t
  return setmetatable(t, t)()
end
