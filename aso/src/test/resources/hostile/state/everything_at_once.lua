-- family: state
-- attack: every kind of change of the state in one event, to be cut short at any point
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 12
aso.list = { 5, 3, 8, 1, 9, 2, 7 }
aso.map = { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10 }
aso.hole = { 1, nil, 3, nil, 5 }
local mt = { __index = function(_, k) return k end }
local n, log = 0, ""
function aso:onGet()
  n, log, global = n + 1, log .. "x", { n }
  table.sort(self.list, function(a, b) return a > b end)
  table.insert(self.list, 1, math.random(100))
  table.insert(self.list, 4, { self.list })
  table.remove(self.list, 4)
  table.remove(self.list, 2)
  self.hole[2], self.hole[5] = 2, nil
  self.hole[#self.hole + 1] = "new"
  for k in pairs(self.map) do
    if k < "e" then self.map[k] = nil end
  end
  for i = 1, 20 do self.map["x" .. i] = i end
  for i = 1, 20 do self.map["x" .. i] = nil end
  self.map.a, self.map.b, self.map.c, self.map.d = 4, 3, 2, 1
  self.meta = setmetatable(self.meta or {}, nil)
  self.deep = { self.deep and 1, { self.map } }
  self.s = ("%s-%d"):format(self.s and #self.s or 0, self.list[1])
  comet.publish(self.s)
  pcall(function()
    self.map.lost = true
    error("caught")
  end)
  for i = #self.list, 5, -1 do self.list[i] = nil end
  self.list = { 5, 3, 8, 1, 9, 2, 7, table.unpack(self.list, 1, 2) }
  for i = 1, 3 do self.list[#self.list + 1] = i end
  return #self.list
end
