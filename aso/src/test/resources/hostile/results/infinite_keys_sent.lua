-- family: results
-- attack: infinities as keys and NaN as a value of the result
-- event: onGet
-- outcome: completed
-- value: {[Infinity] = NaN}
function onGet()
  return { [1 / 0] = 0 / 0 }
end
