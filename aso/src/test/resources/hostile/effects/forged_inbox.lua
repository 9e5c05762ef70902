-- family: effects
-- attack: an inbox that the script made itself
-- event: onGet
-- outcome: completed|error
-- value: false
function onGet()
  local ok, r = pcall(comet.put, { node = comet.nodeID(), high = 1, low = 2, inbox = true }, "x")
  return ok and r or false
end
