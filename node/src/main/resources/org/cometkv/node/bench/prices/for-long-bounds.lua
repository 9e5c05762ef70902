-- Loops that never begin, with numerals of 20,000 digits as bounds.
-- covers: OP_FORPREP
local long = ("9"):rep(20000)
function aso:onGet()
  while true do
    for i = long, "1" do end
  end
end
