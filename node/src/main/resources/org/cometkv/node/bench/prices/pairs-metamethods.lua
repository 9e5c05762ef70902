-- Traversals that ask a metamethod how to begin.
-- covers: pairs ipairs OP_TFORCALL
local function none() end
local list = setmetatable({}, {__pairs = function() return none, 1, 2 end, __ipairs = function() return none, 1, 2 end})
function aso:onGet()
  while true do
    for a, b, c, d in pairs(list) do end
    for a, b, c, d in ipairs(list) do end
  end
end
