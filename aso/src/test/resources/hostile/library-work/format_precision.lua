-- family: library-work
-- attack: format with a precision of three digits
-- event: onGet
-- outcome: error
-- error: invalid
function onGet()
  return ("%.999f"):format(1)
end
