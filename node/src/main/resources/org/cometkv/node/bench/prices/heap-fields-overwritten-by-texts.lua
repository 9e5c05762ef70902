-- A field of the state is overwritten by 3,000 texts.
-- covers: OP_SETTABLE OP_CONCAT
-- heap: yes
aso.field = 0
function aso:onGet()
  for i = 1, 3000 do self.field = "x" .. i end
  for i = 1, 6000 do end
end
