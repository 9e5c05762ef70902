-- family: library-work
-- attack: bit32 functions with widths and shifts at and beyond all borders
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local odd = { 0, -1, 31, 32, 33, 2^31, 2^32, -2^31, 2^53, 1e300, 1 / 0, -1 / 0, 0 / 0 }
  for _, f in ipairs({ bit32.lshift, bit32.rshift, bit32.arshift, bit32.lrotate, bit32.rrotate, bit32.extract }) do
    for _, i in ipairs(odd) do
      for _, j in ipairs(odd) do pcall(f, i, j) end
    end
  end
  return bit32.lshift(1, 32) == 0 and bit32.rrotate(1, 1) == 2147483648 and bit32.band() == 4294967295
end
