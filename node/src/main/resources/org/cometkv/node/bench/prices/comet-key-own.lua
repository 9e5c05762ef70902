-- The own key.
-- covers: comet.key comet.getASOKey
function aso:onGet()
  while true do
    comet.key()
    comet.getASOKey()
  end
end
