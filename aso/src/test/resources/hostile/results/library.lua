-- family: results
-- attack: a library as the result
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  return string
end
