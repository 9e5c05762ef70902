-- family: effects
-- attack: values of 90 KB put again and again
-- event: onGet
-- outcome: limit|error|completed
-- limit: allocation|answer|effects|fuel
function onGet()
  local s = ("x"):rep(90000)
  for _ = 1, 60 do comet.put(comet.key(), s) end
end
