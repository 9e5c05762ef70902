-- family: effects
-- attack: comet.redirect with things that are no key, and as a value of the wrong event
-- event: onGet
-- outcome: completed|error
function onGet()
  pcall(comet.redirect)
  pcall(comet.redirect, {})
  pcall(comet.redirect, ("x"):rep(1000))
  return comet.redirect(comet.key())
end
