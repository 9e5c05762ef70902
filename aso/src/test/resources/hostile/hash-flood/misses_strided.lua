-- family: hash-flood
-- attack: look-ups of keys that are not there, near keys that are
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 1500 do t[i * 2^16] = i end
  local i = 0
  while true do
    i = i + 1
    local _ = t[i * 2^16 + 1], t[-i * 2^16]
  end
end
