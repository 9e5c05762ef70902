-- family: allocation
-- attack: very many globals
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  for i = 1, 1e9 do _ENV["global" .. i] = i end
end
