-- family: allocation
-- attack: %q of a text whose every byte needs an escape, fed with its own result
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local s = ("\\\"\n\0"):rep(1000)
  while true do s = ("%q"):format(s) end
end
