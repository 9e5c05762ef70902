-- Errors with messages of 90,000 bytes.
-- covers: error pcall
local text = ("x"):rep(90000)
function aso:onGet()
  while true do
    pcall(error, text, 0)
    pcall(error, text)
  end
end
