-- Lists are cut over 1,000 holes.
-- covers: OP_SETTABLE
function aso:onGet()
  local list = {}
  while true do
    for i = 1, 1000 do list[i] = i end
    for i = 1, 999 do list[i] = nil end
    list[1000] = nil
  end
end
