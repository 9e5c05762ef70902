-- family: state
-- attack: functions in aso are refused at the end of the event, where no pcall helps
-- event: onGet
-- outcome: error
-- error: callback
function aso:onGet()
  return pcall(function() self.callback = function() end end)
end
