-- Authentication of 100,000 bytes by a key of as many.
-- covers: comet.hmac
local text = ("x"):rep(100000)
function aso:onGet()
  while true do comet.hmac(text, text) end
end
