-- family: state
-- attack: a function as a key of the state
-- event: onGet
-- outcome: error
function aso:onGet()
  self[function() end] = true
end
