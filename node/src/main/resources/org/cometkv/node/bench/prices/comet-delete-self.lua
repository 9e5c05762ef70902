-- The object deletes itself until there are too many effects.
-- covers: comet.deleteSelf
function aso:onGet()
  while true do comet.deleteSelf() end
end
