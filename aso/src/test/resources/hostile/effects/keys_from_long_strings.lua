-- family: effects
-- attack: very long strings given as keys, names and reasons in a loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects
function onGet()
  local s = ("0"):rep(100000)
  while true do
    pcall(comet.put, s, "x")
    pcall(comet.key, s)
    pcall(comet.after, s, 10)
    pcall(comet.cancel, s)
  end
end
