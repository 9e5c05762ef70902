-- Functions over variables of their own.
-- covers: OP_CLOSURE
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 1500 do
    local x = i / 3
    list[i] = function() return x, i end
  end
  for i = 1, 6000 do end
  return #list
end
