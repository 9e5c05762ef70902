-- family: library-work
-- attack: rep whose separators make the size
-- event: onGet
-- outcome: error|limit
-- limit: allocation
function onGet()
  return #("x"):rep(30000, ("y"):rep(150000))
end
