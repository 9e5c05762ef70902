-- family: effects
-- attack: a log entry whose __tostring never ends
-- event: onGet
-- outcome: limit|completed
-- limit: fuel
function onGet()
  comet.log(setmetatable({}, { __tostring = function() while true do end end }))
end
