-- family: allocation
-- attack: an error message that doubles at each level it is rethrown
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local message = "x"
  while true do
    local _, m = pcall(error, message .. message)
    message = m
  end
end
