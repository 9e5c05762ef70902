-- Iterators over matches.
-- covers: string.gmatch
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 500 do list[i] = ("x"):gmatch("x") end
  for i = 1, 6000 do end
  return #list
end
