-- Handlers of errors that fail as well.
-- covers: xpcall error
function aso:onGet()
  while true do
    xpcall(error, error, "x")
    xpcall(error, nil, "x")
  end
end
