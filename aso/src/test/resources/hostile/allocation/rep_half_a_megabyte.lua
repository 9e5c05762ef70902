-- family: allocation
-- attack: one rep larger than an event may allocate
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return #("x"):rep(500000)
end
