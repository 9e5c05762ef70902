-- family: waits
-- attack: every kind of change of the state around waits, to be cut short at any point
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 7 3
aso.list, aso.map = { 5, 3, 8, 1 }, { a = 1, b = 2, c = 3 }
local n = 0
function aso:onGet()
  n = n + 1
  table.sort(self.list, function(a, b)
    if a == 8 then comet.get() end
    return a < b
  end)
  g = { n }
  for k, v in pairs(self.map) do
    self.map[k] = v + 1
    comet.get()
  end
  comet.publish(self.list)
  table.insert(self.list, 1, comet.lookup(comet.key(1))[1].port % 10)
  self.list[6] = (("abc"):gsub("b", function() return comet.get() and "B" end))
  n = n + g[1] + 1
  self.list = { 5, 3, 8, 1, #self.list, n, self.list[6] }
  local count, extra = #self.list, n
  self.list = { 5, 3, 8, 1 }
  return count .. " " .. extra
end
