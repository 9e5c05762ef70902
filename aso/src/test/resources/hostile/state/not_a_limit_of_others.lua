-- family: state
-- attack: an event that reads all of a large state must pay for reading, not for its size
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 90000
aso.value = ("x"):rep(90000)
function aso:onGet()
  return #self.value
end
