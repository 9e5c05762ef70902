-- family: results
-- attack: a table as a key of the result
-- event: onGet
-- outcome: completed|error
function onGet()
  return { [{ 1 }] = { 2 } }
end
