-- family: state
-- attack: one function that serves all events and asks for itself in the state
-- event: onSubscribe
-- outcome: limit
-- limit: fuel|allocation
function aso:onSubscribe(...) return self:onSubscribe(...) end
aso.onGet, aso.onTimer = aso.onSubscribe, aso.onSubscribe
