-- Lines of 3,900 empty texts.
-- covers: comet.log
function aso:onGet()
  local function again(...)
    while true do comet.log(...) end
  end
  local list = {}
  for i = 1, 3900 do list[i] = "" end
  again(table.unpack(list))
end
