-- A pattern and a text that are numbers hard to write.
-- covers: string.match string.find
function aso:onGet()
  while true do
    string.match(5e-324, 1.7e308)
    string.find(1 / 3, 5e-324)
  end
end
