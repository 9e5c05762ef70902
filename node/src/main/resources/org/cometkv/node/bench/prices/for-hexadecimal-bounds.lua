-- Loops that never begin, with numerals as bounds.
-- covers: OP_FORPREP
function aso:onGet()
  while true do
    for i = "0x1p0", "0x1p-1074", "0x1p0" do end
  end
end
