-- family: library-work
-- attack: byte with more results than a call may have
-- event: onGet
-- outcome: error
function onGet()
  return (("x"):rep(5000)):byte(1, -1)
end
