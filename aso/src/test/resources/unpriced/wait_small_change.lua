-- note: the last event that waits drops dead entries all over the state
-- times: 3
aso.t = {} for i = 1, 10000 do aso.t[i] = true end
function onGet() aso.x = 1 comet.get() aso.x = 2 end
