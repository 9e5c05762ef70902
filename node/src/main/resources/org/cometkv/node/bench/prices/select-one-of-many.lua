-- One value of 3,990 results is taken at a time.
-- covers: select OP_CALL
function aso:onGet()
  local function again(...)
    while true do
      local a = select(-1, ...)
      local b = select(1, ...)
    end
  end
  local list = {}
  for i = 1, 3990 do list[i] = i end
  again(table.unpack(list))
end
