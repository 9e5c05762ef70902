-- family: effects
-- attack: every function of comet without arguments and with nonsense, but those that wait
-- event: onGet
-- outcome: completed|limit
-- limit: effects
-- value: true
function onGet()
  for name, f in pairs(comet) do
    if type(f) == "function" and name ~= "get" and name ~= "lookup" then
      pcall(f)
      pcall(f, nil, nil, nil)
      pcall(f, {}, {}, {})
      pcall(f, comet, comet)
      pcall(f, -1, 0 / 0, true)
    end
  end
  return true
end
