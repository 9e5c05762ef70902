-- family: effects
-- attack: derived keys beyond 1 to 5
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  for _, n in ipairs({ 0, -1, 6, 2^31, 2^53, 0.5, 1 / 0, 0 / 0, "1", "x", {} }) do pcall(comet.key, n) end
  return #comet.key() == 64 and #comet.key(5) == 64 and comet.key(1) ~= comet.key(2)
end
