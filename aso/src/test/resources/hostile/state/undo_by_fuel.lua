-- family: state
-- attack: the state is changed without end until the fuel is out
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
aso.list = { 1, 2, 3 }
function aso:onGet()
  local n = 0
  while true do
    n = n + 1
    table.insert(self.list, 1, n)
    self["k" .. n % 50] = n
    self["k" .. (n + 25) % 50] = nil
  end
end
