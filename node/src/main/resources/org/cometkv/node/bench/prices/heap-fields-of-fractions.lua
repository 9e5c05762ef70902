-- Tables of fractions under fractions and under names.
-- covers: OP_SETTABLE
-- heap: yes
function aso:onGet()
  local all, named = {}, {}
  for i = 1, 1500 do all[i + 0.5] = i / 3 end
  for i = 1, 1500 do named["k" .. i] = i / 3 end
  for i = 1, 6000 do end
  return #all
end
