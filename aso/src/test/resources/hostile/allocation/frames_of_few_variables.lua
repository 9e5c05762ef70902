-- family: allocation
-- attack: very many frames of four variables
-- event: onGet
-- outcome: limit|error
-- limit: fuel|allocation
-- error: stack overflow
local function deeper(a, b, c, d)
  return 1 + deeper(b, c, d, a)
end
function onGet()
  return deeper(1, 2, 3, 4)
end
