-- family: library-work
-- attack: a format with more items than arguments
-- event: onGet
-- outcome: error
-- error: no value
function onGet()
  return ("%d%d%d"):format(1, 2)
end
