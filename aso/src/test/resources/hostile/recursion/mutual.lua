-- family: recursion
-- attack: two methods of the object that call each other
-- event: onGet
-- outcome: limit
-- limit: allocation
function aso:ping() return 1 + self:pong() end
function aso:pong() return 1 + self:ping() end
function aso:onGet() return self:ping() end
