-- family: library-work
-- attack: tonumber of very many digits to another base
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local s = ("1"):rep(50000)
  while true do tonumber(s, 2) end
end
