-- family: allocation
-- attack: a fresh captured local in every turn of a loop
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local keep
  while true do
    local x = {}
    local previous = keep
    keep = function() return x, previous end
  end
end
