-- family: library-work
-- attack: arithmetic on a string of very many digits
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local s, n = ("9"):rep(50000), 0
  while true do n = s + 1 end
end
