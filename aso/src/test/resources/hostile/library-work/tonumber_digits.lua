-- family: library-work
-- attack: tonumber of very many digits
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local s = ("9"):rep(50000)
  while true do tonumber(s) end
end
