-- family: results
-- attack: a result whose metatable would run code when read: raw data only
-- event: onGet
-- outcome: completed
-- value: {}
function onGet()
  return setmetatable({}, { __index = function() while true do end end, __len = function() return 2^40 end,
    __pairs = function() while true do end end, __tostring = function() while true do end end })
end
