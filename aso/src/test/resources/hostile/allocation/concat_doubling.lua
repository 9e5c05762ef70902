-- family: allocation
-- attack: a string doubled until memory is gone
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local s = "x"
  while true do s = s .. s end
end
