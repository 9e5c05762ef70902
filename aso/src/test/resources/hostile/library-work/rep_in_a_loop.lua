-- family: library-work
-- attack: rep of a medium string in an endless loop
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  while true do local _ = ("x"):rep(1000) end
end
