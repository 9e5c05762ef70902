-- family: results
-- attack: a key as long as an answer may be
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  return { [("k"):rep(70000)] = true }
end
