-- family: results
-- attack: nil as a key through rawset
-- event: onGet
-- outcome: error
-- error: nil
function onGet()
  local t = {}
  rawset(t, nil, 1)
  return t
end
