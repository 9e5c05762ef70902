-- family: hash-flood
-- attack: look-ups of a key among a thousand that LuaJ's hash cannot tell apart: each must be cheap or paid
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t, tail, last = {}, ("x"):rep(61), nil
  for i = 0, 999 do
    last = string.char(65 + i % 40, 65 + math.floor(i / 40), 65) .. tail
    t[last] = i
  end
  while t[last] do end
end
