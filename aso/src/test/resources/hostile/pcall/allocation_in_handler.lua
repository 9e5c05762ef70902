-- family: pcall
-- attack: an error handler that allocates without end
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  xpcall(error, function(m)
    while true do m = m .. m end
  end, "x")
  return "went on"
end
