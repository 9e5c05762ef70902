-- family: allocation
-- attack: a large table emptied and then used for eight keys at a time: what it reserves each time must be paid
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local t = {}
  for i = 1, 2048 do t[-i] = true end
  for i = 1, 2048 do t[-i] = nil end
  while true do
    t.a, t.b, t.c, t.d, t.e, t.f, t.g, t.h = 1, 1, 1, 1, 1, 1, 1, 1
    t.a, t.b, t.c, t.d, t.e, t.f, t.g, t.h = nil, nil, nil, nil, nil, nil, nil, nil
  end
end
