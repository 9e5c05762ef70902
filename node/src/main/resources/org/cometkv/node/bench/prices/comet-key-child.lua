-- The last child key.
-- covers: comet.key comet.getASOKey
function aso:onGet()
  while true do
    comet.key("0x5")
    comet.getASOKey(5)
  end
end
