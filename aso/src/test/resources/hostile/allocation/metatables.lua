-- family: allocation
-- attack: very many tables with metatables of their own
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1e9 do t[i] = setmetatable({}, { __index = t }) end
end
