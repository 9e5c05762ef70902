-- family: state
-- attack: keys added and removed in each event: dead slots must not pile up in the state
-- event: onGet
-- times: 60
-- outcome: completed
-- value: 1
aso.t = { keep = 1 }
function aso:onGet()
  local number = comet.systemTime() / 1000
  for i = 1, 100 do self.t["k" .. number .. "_" .. i] = i end
  for i = 1, 100 do self.t["k" .. number .. "_" .. i] = nil end
  return self.t.keep
end
