-- family: state
-- attack: a function put into aso by an event
-- event: onGet
-- outcome: error
-- error: callback
function aso:onGet()
  self.callback = function() while true do end end
end
