-- family: library-work
-- attack: upper, lower and reverse of a long string in an endless loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s = ("aB"):rep(5000)
  while true do s:upper():lower():reverse() end
end
