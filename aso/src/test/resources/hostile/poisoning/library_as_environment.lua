-- family: poisoning
-- attack: a library as _ENV, so that globals would be written into it
-- event: onGet
-- outcome: error
function onGet()
  local _ENV = string
  upper = nil
end
