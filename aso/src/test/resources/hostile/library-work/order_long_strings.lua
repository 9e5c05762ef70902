-- family: library-work
-- attack: ordering two long strings that differ at the end only
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local a, b = ("x"):rep(60000) .. "1", ("x"):rep(60000) .. "2"
  while a < b and a <= b do end
end
