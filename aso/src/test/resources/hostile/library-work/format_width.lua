-- family: library-work
-- attack: format with a width of five digits
-- event: onGet
-- outcome: error
-- error: invalid
function onGet()
  return ("%99999d"):format(1)
end
