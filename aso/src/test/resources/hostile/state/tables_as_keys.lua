-- family: state
-- attack: tables as keys of the state, found again in the next event
-- event: onGet
-- times: 3
-- outcome: completed|error
-- value: true
function aso:onGet()
  local found = true
  if self.key then found = self.map[self.key] == "x" end
  self.key = {}
  self.map = { [self.key] = "x" }
  return found
end
