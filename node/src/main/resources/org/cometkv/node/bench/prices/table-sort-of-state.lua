-- Sorts of a list of the state, which is kept for the undo.
-- covers: table.sort
aso.list = {}
for i = 1, 1000 do aso.list[i] = i * 7919 % 1009 end
function aso:onGet()
  while true do table.sort(self.list) end
end
