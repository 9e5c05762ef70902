-- family: allocation
-- attack: strings taken apart and put together for ever
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local s = ("x"):rep(3000)
  while true do s = string.char(s:byte(1, -1)) end
end
