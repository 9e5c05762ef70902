-- family: results
-- attack: more results than one
-- event: onGet
-- outcome: completed
-- value: first
function onGet()
  return "first", ("x"):rep(70000), onGet
end
