-- family: loops
-- attack: endless loop made of short-circuit jumps only
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local a, b = false, nil
  while not (a or b) and not (b and a) do end
end
