-- family: allocation
-- attack: one rep that fits what an event may allocate
-- event: onGet
-- outcome: completed
-- value: 390000
function onGet()
  return #("x"):rep(390000)
end
