-- family: waits
-- attack: a table put back at each of very many waits, so that all that the script's variables name is looked through
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
local frozen, functions = {}, {}
for i = 1, 3000 do frozen[i] = {} end
for i = 1, 500 do functions[i] = function() return frozen, i end end
aso.kept, aso.other = {}, {}
local named = aso.kept
function onGet()
  while true do
    aso.kept = nil
    aso.other, aso.last = {}, aso.other
    comet.get()
    aso.kept = named
    functions[1]()
    comet.get()
  end
end
