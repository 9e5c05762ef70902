-- Values of 60,000 bytes are put.
-- covers: comet.put
local text, key = ("x"):rep(60000), comet.key(1)
function aso:onGet()
  while true do comet.put(key, text) end
end
