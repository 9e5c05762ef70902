-- family: loops
-- attack: numeric for whose step is lost in rounding, so that the index never moves
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  for _ = 2^53, 2^53 + 10, 0.25 do end
end
