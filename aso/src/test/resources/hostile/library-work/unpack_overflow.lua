-- family: library-work
-- attack: unpack whose range length overflows 32 bits
-- event: onGet
-- outcome: error
-- error: too many results
function onGet()
  return table.unpack({}, -2147483648, 2147483647)
end
