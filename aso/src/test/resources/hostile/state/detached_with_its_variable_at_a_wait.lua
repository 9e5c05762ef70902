-- family: state
-- attack: a table taken out of the state at a wait by an event that overwrites the variable that names it: the variable comes back
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 5
aso.a = { x = 1 }
local kept = aso.a
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    self.a, kept = nil, nil
    comet.get()
  elseif number == 2 then
    kept.x = 5
  end
  return kept and kept.x
end
