-- family: library-work
-- attack: tonumber of a number behind very many spaces
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local s = (" "):rep(50000) .. "1"
  while true do tonumber(s) end
end
