-- family: loops
-- attack: a loop over next that always starts again
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = { a = 1 }
  while next(t) do end
end
