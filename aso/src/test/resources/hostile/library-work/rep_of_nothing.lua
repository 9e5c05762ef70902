-- family: library-work
-- attack: a thousand million copies of the empty string
-- event: onGet
-- outcome: completed|limit
-- limit: fuel
-- value: 0
function onGet()
  return #(""):rep(1e9) + #(""):rep(1e9, "")
end
