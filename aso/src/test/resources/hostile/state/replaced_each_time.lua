-- family: state
-- attack: a large value replaced in each event: what is gone does not count
-- event: onGet
-- times: 40
-- outcome: completed
-- value: 60000
function aso:onGet()
  self.value = ("x"):rep(60000)
  return #self.value
end
