-- family: library-work
-- attack: tonumber of very many hexadecimal digits
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local s = "0x" .. ("f"):rep(50000)
  while true do tonumber(s) end
end
