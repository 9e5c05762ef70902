-- family: effects
-- attack: effects of all kinds in the chunk body, inside pcall: none happens
-- event: chunk
-- outcome: completed
-- value: 0
local done = 0
for _, f in ipairs({
  function() return comet.publish("x") end,
  function() return comet.put(comet.key(), "x") end,
  function() return comet.put(self, {}) end,
  function() return comet.spawn(comet.key(1), {}) end,
  function() return comet.after("x", 10) end,
  function() return comet.deleteSelf() end,
}) do
  local ok, r = pcall(f)
  if ok and r then done = done + 1 end
end
return done
