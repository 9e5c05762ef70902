-- Lines of numbers that are hard to write.
-- covers: comet.log
function aso:onGet()
  while true do comet.log(5e-324, 1.7e308, 1 / 3, -0.0) end
end
