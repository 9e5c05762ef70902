-- family: state
-- attack: a state that grows to almost its limit and shrinks again stays within it for ever
-- event: onGet
-- times: 60
-- outcome: completed
-- value: true
function aso:onGet()
  self.value = not self.value and ("x"):rep(90000) or nil
  return true
end
