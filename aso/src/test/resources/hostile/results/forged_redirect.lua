-- family: results
-- attack: a table that looks like a redirect
-- event: onSubscribe
-- outcome: completed|error
function onSubscribe()
  return { redirect = "00", key = "00", type = "redirect" }
end
