-- family: state
-- attack: a table taken out of the state, with the variable that names it, by an event after which the state is measured
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 5
aso.a = { x = 1 }
local kept = aso.a
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number <= 2 then self.text = { ("x"):rep(60000) } end
  if number == 2 then
    self.a, kept = nil, nil
  elseif number == 3 then
    kept.x = 5
  end
  return kept and kept.x
end
