-- family: state
-- attack: keys that come and go beside a library function of the chunk, until their table is compacted: it stays
-- event: onGet
-- times: 3
-- outcome: completed
-- value: KEPT
aso.up = string.upper
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    for i = 1, 6 do self["k" .. i] = i end
  elseif number == 2 then
    for i = 1, 3 do self["k" .. i] = nil end
  else
    self["new" .. number] = number
  end
  return self.up("kept")
end
