-- family: state
-- attack: almost as much as the state may hold
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 100000
function aso:onGet()
  self.value = ("x"):rep(100000)
  return #self.value
end
