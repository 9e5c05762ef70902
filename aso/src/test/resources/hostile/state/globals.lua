-- family: state
-- attack: _G put into the state
-- event: onGet
-- outcome: error
function aso:onGet()
  self.g = _G
end
