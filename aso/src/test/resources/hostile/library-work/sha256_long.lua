-- family: library-work
-- attack: hashing a long string again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s = ("x"):rep(100000)
  while true do comet.hmac(s, s) end
end
