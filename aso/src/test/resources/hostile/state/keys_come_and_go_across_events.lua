-- family: state
-- attack: keys added in one event and removed in the next, for ever
-- event: onGet
-- times: 61
-- outcome: completed
-- value: 1
aso.t = { keep = 1 }
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  for i = 1, 150 do
    if number % 2 == 1 then self.t["k" .. number .. "_" .. i] = i
    else self.t["k" .. (number - 1) .. "_" .. i] = nil end
  end
  if number % 2 == 1 then return self.t.keep end
end
