-- family: library-work
-- attack: a table of the state with long keys, compacted again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
aso.t = {}
for _, c in ipairs({ "a", "b", "c", "d", "e", "f" }) do aso.t[c:rep(15000)] = true end
function aso:onGet()
  local t = self.t
  while true do
    t.a = 1
    t.b = 1
    t.a = nil
    t.b = nil
  end
end
