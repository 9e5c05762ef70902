-- family: library-work
-- attack: short keys that come and go in a table of long keys, dropped at the end of a short event
-- event: onGet
-- times: 3
-- outcome: completed|limit
-- limit: fuel
-- value: 9
aso.t = {}
for _, c in ipairs({ "a", "b", "c", "d", "e", "f" }) do aso.t[c:rep(15000)] = true end
function aso:onGet()
  for i = 1, 9 do self.t["k" .. i] = i end
  for i = 1, 9 do self.t["k" .. i] = nil end
  return 9
end
