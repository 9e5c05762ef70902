-- family: waits
-- attack: get and lookup with things that are no keys, nodes or requests
-- event: onGet
-- outcome: completed|limit
-- limit: effects|fuel|allocation
-- value: true
function onGet()
  local cyclic = {}
  cyclic[1] = cyclic
  for _, bad in ipairs({ "x", ("0"):rep(10000), -1, 0 / 0, true, {}, cyclic, comet.key }) do
    pcall(comet.get, bad)
    pcall(comet.get, comet.key(), bad)
    pcall(comet.get, comet.key(), nil, bad)
    pcall(comet.lookup, bad)
  end
  return true
end
