-- family: allocation
-- attack: table.pack of the most values in an endless loop
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  while true do table.pack(table.unpack({}, 1, 3900)) end
end
