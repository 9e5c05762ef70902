-- family: state
-- attack: NaN as a key of the state
-- event: onGet
-- outcome: error
-- error: NaN
function aso:onGet()
  self[0 / 0] = 1
end
