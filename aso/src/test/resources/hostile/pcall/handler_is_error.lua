-- family: pcall
-- attack: error as its own handler
-- event: onGet
-- outcome: completed
-- value: false
function onGet()
  return (xpcall(error, error, "x"))
end
