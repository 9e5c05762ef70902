-- family: results
-- attack: aso as the result where handlers are globals: data only
-- event: onGet
-- outcome: completed
-- value: {value = "x", n = 1}
aso.value = "x"
aso.n = 1
function onGet()
  return aso
end
