-- family: recursion
-- attack: onGet that calls itself as a global and as a method
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return { onGet() }
end
