-- family: results
-- attack: a result with a longer cycle, through keys and values
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  local a, b = {}, {}
  a.b, b.a = b, a
  return { list = { a } }
end
