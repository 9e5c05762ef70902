-- family: state
-- attack: the state is turned inside out, then an error: all is as before
-- event: onGet
-- outcome: error
-- error: on purpose
aso.list, aso.map, aso.deep = { 3, 1, 2 }, { a = 1, b = 2 }, { x = { y = { z = 1 } } }
aso.alias = aso.map
aso.hole = { 1, nil, 3 }
aso.cycle = { aso }
function aso:onGet()
  table.sort(self.list)
  table.insert(self.list, 1, "front")
  table.remove(self.list)
  self.list[10] = true
  self.map.a, self.map.c, self.alias.b = nil, 3, "changed"
  self.deep.x.y = { new = true }
  self.deep.x = self.deep
  self.hole[2], self.hole[3] = 2, nil
  self.cycle[1] = nil
  self.value, self.map, self.extra = "changed", nil, {}
  for k in pairs(self) do
    if k ~= "onGet" then self[k] = nil end
  end
  error("on purpose")
end
