-- family: results
-- attack: aso with its handlers as the result
-- event: onGet
-- outcome: error
-- error: cannot be sent
function aso:onGet()
  return self
end
