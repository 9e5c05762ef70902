-- family: state
-- attack: more put into the state by one event than it may hold
-- event: onGet
-- outcome: limit
-- limit: live
function aso:onGet()
  self.value = ("x"):rep(110000)
end
