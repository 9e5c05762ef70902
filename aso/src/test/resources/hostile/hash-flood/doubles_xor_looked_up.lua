-- family: hash-flood
-- attack: look-ups among doubles whose halves have one exclusive or: no more work than is paid
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t, last = {}, nil
  for a = 1, 1500 do
    last = 2^60 * (1 + (a * 2^32 + a) / 2^52)
    t[last] = a
  end
  while t[last] do end
end
