-- family: allocation
-- attack: a string in the state doubled until memory is gone
-- event: onGet
-- outcome: limit
-- limit: allocation
aso.s = "x"
function aso:onGet()
  while true do self.s = self.s .. self.s end
end
