-- The largest and the least of 3,990 numbers.
-- covers: math.max math.min
function aso:onGet()
  local function again(...)
    while true do
      math.max(...)
      math.min(...)
    end
  end
  local list = {}
  for i = 1, 3990 do list[i] = i / 3 end
  again(table.unpack(list))
end
