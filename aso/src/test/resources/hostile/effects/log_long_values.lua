-- family: effects
-- attack: the log fed with very long strings and with numbers that are dear to print
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s, n = ("x"):rep(100000), 5e-324
  while true do comet.log(s, n, s, n) end
end
