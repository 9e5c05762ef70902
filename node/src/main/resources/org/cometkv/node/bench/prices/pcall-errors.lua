-- Errors of the library, each caught.
-- covers: pcall error
function aso:onGet()
  while true do pcall(error, "x") end
end
