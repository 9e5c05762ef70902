-- Assertions that fail with a long message, each error caught.
-- covers: assert pcall
local text = ("x"):rep(90000)
function aso:onGet()
  while true do
    pcall(assert, false, text)
    pcall(assert, nil)
  end
end
