-- Repetitions with separators.
-- covers: string.rep
function aso:onGet()
  while true do
    string.rep("x", 500, ", ")
    string.rep("", 1000, ",")
    string.rep("", 1e9)
    string.rep("x", "0x1p1", 5e-324)
  end
end
