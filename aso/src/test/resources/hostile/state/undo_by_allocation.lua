-- family: state
-- attack: the state is changed until the memory is out, in the middle of a concatenation
-- event: onGet
-- outcome: limit
-- limit: allocation
aso.s, aso.list = "x", {}
function aso:onGet()
  while true do
    self.list[#self.list + 1] = self.s
    self.s = self.s .. self.s
  end
end
