-- family: results
-- attack: an uncaught error value that is a table whose __tostring never ends: it must not be called
-- event: onGet
-- outcome: error
-- error: error object
function onGet()
  error(setmetatable({}, { __tostring = function() while true do end end }))
end
