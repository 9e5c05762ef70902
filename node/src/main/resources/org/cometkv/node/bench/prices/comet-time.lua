-- Functions that only tell a number.
-- covers: comet.systemTime comet.getSystemTime comet.subscribers
function aso:onGet()
  while true do
    comet.systemTime()
    comet.getSystemTime()
    comet.subscribers()
  end
end
