-- Lists of 3,990 nils.
-- covers: table.pack
function aso:onGet()
  local function again(...)
    while true do table.pack(...) end
  end
  again(table.unpack({}, 1, 3990))
end
