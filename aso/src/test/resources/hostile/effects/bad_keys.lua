-- family: effects
-- attack: keys that are no keys
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  for _, key in ipairs({ "", "x", ("g"):rep(64), ("0"):rep(63), ("0"):rep(65), ("0"):rep(100000), 1, -1, 0 / 0, true, {},
    "\0", ("\255"):rep(64), ("é"):rep(32) }) do
    pcall(comet.put, key, "x")
    pcall(comet.spawn, key, {})
    pcall(comet.key, key)
    pcall(comet.redirect, key)
  end
  return true
end
