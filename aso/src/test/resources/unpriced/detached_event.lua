-- note: a table that only a variable of the chunk reaches grows, so that the state is measured by writing it
-- times: 40
aso.t = {} local t = aso.t
local big = {} for i = 1, 5000 do big[i] = true end
aso.big = nil
function onGet() aso.t = nil t[#t+1] = ("x"):rep(3000) end
