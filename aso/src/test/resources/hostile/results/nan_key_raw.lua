-- family: results
-- attack: NaN as a key through rawset, which stock LuaJ accepts
-- event: onGet
-- outcome: error
-- error: NaN
function onGet()
  local t = {}
  rawset(t, 0 / 0, 1)
  return t
end
