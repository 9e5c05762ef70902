-- Timers with names and times that are refused, each error caught.
-- covers: comet.after comet.cancel pcall
local long, other = ("x"):rep(90000), ("\255"):rep(64)
function aso:onGet()
  while true do
    pcall(comet.after, long, 1)
    pcall(comet.after, other, 1)
    pcall(comet.cancel, other)
    pcall(comet.after, "x", 5e-324)
  end
end
