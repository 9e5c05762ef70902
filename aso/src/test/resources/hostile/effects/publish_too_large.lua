-- family: effects
-- attack: a message larger than one may be
-- event: onGet
-- outcome: limit|error|completed
-- limit: answer
-- value: false
function onGet()
  return (comet.publish(("x"):rep(70000)))
end
