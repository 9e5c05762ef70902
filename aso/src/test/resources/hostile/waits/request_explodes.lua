-- family: waits
-- attack: a request to others that is a tree of 2^28 when copied
-- event: onGet
-- outcome: completed|error|limit
-- limit: answer
-- value: false
function onGet()
  local t = { 1 }
  for _ = 1, 28 do t = { t, t } end
  local ok, r = pcall(comet.get, comet.key(), nil, t)
  return ok and r ~= nil
end
