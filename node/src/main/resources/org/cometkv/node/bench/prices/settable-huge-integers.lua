-- Keys at the edges of integers, and whole numbers beyond.
-- covers: OP_SETTABLE OP_GETTABLE
function aso:onGet()
  local all = {}
  local value
  while true do
    all[2147483647] = 1
    all[-2147483648] = 2
    all[4294967296] = 3
    all[1e308] = 4
    value = all[2147483647] + all[-2147483648] + all[4294967296] + all[1e308]
  end
end
