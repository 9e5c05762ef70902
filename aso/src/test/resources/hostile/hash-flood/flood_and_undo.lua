-- family: hash-flood
-- attack: a flooded table in the state is undone with all its keys
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 3
aso.t = { a = 1, b = 2, c = 3 }
function aso:onGet()
  if comet.systemTime() == 1700000001000 then
    for i = 1, 900 do self.t[i * 2^20] = i end
    for i = 1, 900 do self.t[i * 2^20] = nil end
    for i = 1, 900 do self.t["k" .. i] = i end
    error("undo")
  end
  local n = 0
  for _ in pairs(self.t) do n = n + 1 end
  return n
end
