-- Gets without an answer.
-- covers: comet.get
-- phase: wait
function aso:onGet()
  while true do comet.get() end
end
