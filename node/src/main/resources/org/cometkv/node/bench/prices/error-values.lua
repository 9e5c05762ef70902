-- Errors that are no text, and numbers that are hard to write.
-- covers: error pcall
function aso:onGet()
  while true do
    pcall(error, self)
    pcall(error, 5e-324)
    pcall(error)
  end
end
