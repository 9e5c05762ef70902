-- Messages of 60,000 bytes.
-- covers: comet.publish
local text = ("x"):rep(60000)
function aso:onGet()
  while true do comet.publish(text) end
end
