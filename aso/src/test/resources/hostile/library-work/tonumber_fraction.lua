-- family: library-work
-- attack: tonumber of a fraction whose exact value needs big arithmetic
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local s = "0." .. ("0"):rep(300) .. ("123456789"):rep(3000)
  while true do tonumber(s) end
end
