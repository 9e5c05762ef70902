-- family: results
-- attack: a function as a key of the result
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  return { [onGet] = true }
end
