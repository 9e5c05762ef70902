-- family: waits
-- attack: a state over its limit at a wait inside pcall
-- event: onGet
-- outcome: limit
-- limit: live
function aso:onGet()
  pcall(function()
    self.value = ("x"):rep(110000)
    comet.get()
  end)
  self.value = nil
  return "went on"
end
