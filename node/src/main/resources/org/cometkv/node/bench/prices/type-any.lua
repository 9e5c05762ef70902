-- Types of all kinds of values.
-- covers: type
function aso:onGet(caller)
  while true do
    type(nil)
    type(1)
    type(type)
    type(caller)
    type(self)
    pcall(type)
  end
end
