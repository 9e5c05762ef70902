-- family: hash-flood
-- attack: look-ups among doubles of one equal hash
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t, key = {}, nil
  for k = 0, 30 do
    key = 2^60 * (1 + ((524288 - k) * 2^32 + k) / 2^52)
    t[key] = k
  end
  while t[key] do end
end
