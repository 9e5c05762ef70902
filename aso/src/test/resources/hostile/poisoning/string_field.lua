-- family: poisoning
-- attack: a field of a string written, which must reach neither the string nor the library
-- event: onGet
-- outcome: error
-- error: attempt to index
function onGet()
  local s = "x"
  s.y = 1
end
