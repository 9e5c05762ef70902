-- Digests of 100,000 bytes.
-- covers: comet.sha256
local text = ("x"):rep(100000)
function aso:onGet()
  while true do comet.sha256(text) end
end
