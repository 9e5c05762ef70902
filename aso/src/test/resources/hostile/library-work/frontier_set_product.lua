-- family: library-work
-- attack: %f with a very long set, tried at each position
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("x"):rep(10000)):find("%f[" .. ("a-b"):rep(3000) .. "]")
end
