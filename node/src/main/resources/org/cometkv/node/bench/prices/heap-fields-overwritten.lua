-- A field of the state is overwritten by 10,000 fractions.
-- covers: OP_SETTABLE
-- heap: yes
aso.field = 0
function aso:onGet()
  for i = 1, 10000 do self.field = i / 3 end
  for i = 1, 6000 do end
end
