-- family: allocation
-- attack: a field of the state overwritten with new numbers
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
aso.x = 0.5
function aso:onGet()
  while true do self.x = self.x + 0.25 end
end
