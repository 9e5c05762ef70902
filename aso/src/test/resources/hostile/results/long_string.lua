-- family: results
-- attack: a string longer than an answer may be
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  return ("x"):rep(70000)
end
