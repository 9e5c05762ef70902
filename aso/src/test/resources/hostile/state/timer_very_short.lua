-- family: state
-- attack: a period of a millionth of a second
-- event: onGet
-- outcome: completed|error
function aso:onGet()
  self.timer = 1e-6
end
