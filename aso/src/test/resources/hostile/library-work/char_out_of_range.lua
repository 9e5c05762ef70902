-- family: library-work
-- attack: char with values no byte has
-- event: onGet
-- outcome: error
function onGet()
  return string.char(0 / 0, 256, -1, 2^31)
end
