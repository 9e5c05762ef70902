-- family: results
-- attack: a function as the result
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  return function() return 1 end
end
