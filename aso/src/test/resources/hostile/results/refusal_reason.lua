-- family: results
-- attack: a refusal whose reason is very long
-- event: onPut
-- outcome: refused|limit
-- limit: answer
function onPut()
  return false, ("no "):rep(30000)
end
