-- family: state
-- attack: long keys of the state moved, compacted and added, and all of it undone
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 12abcdef
aso.t = { a = 1, b = 2 }
for _, c in ipairs({ "a", "b", "c", "d", "e", "f" }) do aso.t[c:rep(15000)] = c end
function aso:onGet()
  if comet.systemTime() < 1700000003000 then
    for i = 1, 12 do self.t["k" .. i] = i end
    for k in pairs(self.t) do
      if #k > 100 then self.t[k] = nil end
    end
    for i = 1, 12 do self.t["k" .. i] = nil end
    for _, c in ipairs({ "f", "b", "a" }) do self.t[c:rep(15000)] = c end
    error("undo")
  end
  local order = {}
  for _, v in pairs(self.t) do order[#order + 1] = v end
  return table.concat(order)
end
