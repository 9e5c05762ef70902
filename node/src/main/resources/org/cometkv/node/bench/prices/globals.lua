-- Globals are read, written and forgotten, with an index over them.
-- covers: OP_GETTABUP OP_SETTABUP
for i = 1, 20 do _G["other" .. i] = i end
function aso:onGet()
  while true do
    one = two
    two = string
    three = one
    one, two, three = nil, nil, nil
  end
end
