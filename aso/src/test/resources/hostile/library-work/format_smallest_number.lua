-- family: library-work
-- attack: many digits of the smallest number: big arithmetic behind one call
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  while true do local _ = ("%.99f%.99e%.99g%a"):format(5e-324, 5e-324, 5e-324, 5e-324) end
end
