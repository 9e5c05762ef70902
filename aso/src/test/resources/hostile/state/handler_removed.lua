-- family: state
-- attack: a handler removed from aso by an event: nothing is left that could crash
-- event: onGet
-- times: 3
-- outcome: completed|error
function aso:onGet()
  self.onGet = nil
  return "x"
end
