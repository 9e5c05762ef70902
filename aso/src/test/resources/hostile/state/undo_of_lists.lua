-- family: state
-- attack: a list grown, emptied, sorted and turned into a map is back after errors of six kinds
-- event: onGet
-- times: 7
-- outcome: completed
-- value: 5:1,2,3,4,5
aso.list = { 1, 2, 3, 4, 5 }
local attacks = {
  function(l) for i = 6, 300 do l[i] = i end end,
  function(l) for i = #l, 1, -1 do l[i] = nil end end,
  function(l) table.sort(l, function(a, b) return a > b end) end,
  function(l) for _ = 1, 4 do table.remove(l, 1) end l.x, l.y = 1, 2 end,
  function(l) l[1], l[3] = nil, nil table.insert(l, 2, "x") l[100] = 1 end,
  function(l) setmetatable(l, { __index = l }) for i = 1, 50 do table.insert(l, 1, i) end end,
}
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if attacks[number] then
    attacks[number](self.list)
    error("undo")
  end
  return #self.list .. ":" .. table.concat(self.list, ",")
end
