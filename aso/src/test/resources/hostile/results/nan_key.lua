-- family: results
-- attack: NaN as a key
-- event: onGet
-- outcome: error
-- error: NaN
function onGet()
  return { [0 / 0] = 1 }
end
