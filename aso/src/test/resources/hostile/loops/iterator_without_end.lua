-- family: loops
-- attack: generic for over a function that never returns nil
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  for _ in function() return true end do end
end
