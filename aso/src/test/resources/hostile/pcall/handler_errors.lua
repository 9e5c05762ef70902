-- family: pcall
-- attack: an error handler that raises itself, for ever
-- event: onGet
-- outcome: completed
-- value: false
function onGet()
  return (xpcall(error, function() error("again") end, "x"))
end
