-- family: state
-- attack: a library put into the state
-- event: onGet
-- outcome: error
function aso:onGet()
  self.lib = string
end
