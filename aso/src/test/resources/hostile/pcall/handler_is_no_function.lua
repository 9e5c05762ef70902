-- family: pcall
-- attack: a handler that cannot be called
-- event: onGet
-- outcome: completed|error
-- value: false
function onGet()
  return (xpcall(error, 42, "x"))
end
