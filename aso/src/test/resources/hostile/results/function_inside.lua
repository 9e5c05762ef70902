-- family: results
-- attack: a function deep inside the result
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  return { a = { b = { c = tostring } } }
end
