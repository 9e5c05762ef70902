-- family: effects
-- attack: a message that is a tree of 2^28 when copied
-- event: onGet
-- outcome: limit|error|completed
-- limit: answer
-- value: false
function onGet()
  local t = { 1 }
  for _ = 1, 28 do t = { t, t } end
  local ok, r = pcall(comet.publish, t)
  return ok and r or false
end
