-- Joins of 100 subnormal numbers.
-- covers: OP_CONCAT
function aso:onGet()
  local n, r = 5e-324, nil
  while true do
    r =
      n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n ..
      n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n ..
      n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n ..
      n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n ..
      n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n .. n ..
      n .. n .. n .. n .. n
  end
end
