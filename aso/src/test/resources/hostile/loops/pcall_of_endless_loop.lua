-- family: loops
-- attack: endless loop of pcalls of endless loops
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  while true do
    pcall(function()
      while true do end
    end)
  end
end
