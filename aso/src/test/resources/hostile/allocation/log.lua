-- family: allocation
-- attack: the object's log filled with long lines for ever
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local s = ("x"):rep(100000)
  while true do comet.log(s, s) end
end
