-- family: effects
-- attack: a published table changed afterwards: what counts is what was published
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local t = { "original" }
  comet.publish(t)
  t[1] = ("x"):rep(100000)
  t[2] = t
  return true
end
