-- family: loops
-- attack: two functions that tail-call each other for ever, passing values
-- event: onGet
-- outcome: limit
-- limit: fuel
local ping, pong
function ping(a, b) return pong(b, a) end
function pong(a, b) return ping(b, a) end
function onGet()
  return ping(1, "x")
end
