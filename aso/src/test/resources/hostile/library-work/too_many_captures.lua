-- family: library-work
-- attack: a pattern with 33 captures
-- event: onGet
-- outcome: error
-- error: captures
function onGet()
  return (("a"):rep(40)):match(("(a)"):rep(33))
end
