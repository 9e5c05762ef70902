-- family: allocation
-- attack: the same in the state, where undo keeps what was replaced
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
aso.t = {}
function aso:onGet()
  local t = self.t
  for i = 1, 2048 do t[-i] = true end
  for i = 1, 2048 do t[-i] = nil end
  while true do
    t.a, t.b, t.c, t.d, t.e, t.f, t.g, t.h = 1, 1, 1, 1, 1, 1, 1, 1
    t.a, t.b, t.c, t.d, t.e, t.f, t.g, t.h = nil, nil, nil, nil, nil, nil, nil, nil
  end
end
