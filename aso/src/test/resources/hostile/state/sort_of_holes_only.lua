-- family: state
-- attack: a list of holes and one element sorted so that all holes come last
-- event: onGet
-- outcome: completed|error
-- value: 1
aso.list = { nil, nil, nil, 1 }
function aso:onGet()
  table.sort(self.list, function(a, b) return (a or 9) < (b or 9) end)
  return #self.list
end
