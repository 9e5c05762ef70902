-- family: library-work
-- attack: tonumber with exponents beyond any number must be quick and right
-- event: onGet
-- outcome: completed
-- value: inf 0 inf 0 16
function onGet()
  return string.format("%g %g %g %g %g", tonumber("1e999999999"), tonumber("1e-999999999"),
    tonumber("0x1p99999"), tonumber("0x1p-99999"), tonumber("0x1p4"))
end
