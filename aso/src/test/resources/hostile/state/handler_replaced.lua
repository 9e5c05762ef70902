-- family: state
-- attack: a handler in aso replaced by an event
-- event: onGet
-- outcome: error
-- error: onGet
function aso:onGet()
  self.onGet = function() return "replaced" end
end
