-- family: state
-- attack: much data that the chunk keeps outside the state, beside a state that is nearly full
-- event: onGet
-- outcome: completed|limit
-- limit: live|allocation
-- value: 9000.5
local kept = {}
for i = 1, 9000 do kept[i] = i + 0.5 end
aso.text = ("x"):rep(95000)
function onGet()
  return kept[9000]
end
