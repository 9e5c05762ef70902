-- family: allocation
-- attack: numbers turned into text for ever
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local i = 0.5
  while true do
    i = i + 1
    local _ = tostring(i) .. ""
  end
end
