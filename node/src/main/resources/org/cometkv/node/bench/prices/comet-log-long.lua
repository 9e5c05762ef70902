-- Lines of long texts that are no UTF-8, and of handles.
-- covers: comet.log
local long, other = ("x"):rep(90000), ("\255"):rep(90000)
function aso:onGet(caller)
  while true do
    comet.log(long, long)
    comet.log(other, other)
    comet.log(caller, self, comet)
    comet.log()
  end
end
