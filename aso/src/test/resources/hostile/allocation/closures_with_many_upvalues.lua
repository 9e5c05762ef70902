-- family: allocation
-- attack: garbage closures with twenty upvalues each
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local a, b, c, d, e, f, g, h, i, j = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  while true do
    local _ = function() return a, b, c, d, e, f, g, h, i, j end
  end
end
