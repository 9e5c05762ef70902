-- family: state
-- attack: a library function put into the state
-- event: onGet
-- outcome: error
-- error: upper
function aso:onGet()
  self.upper = string.upper
end
