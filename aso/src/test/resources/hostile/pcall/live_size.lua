-- family: pcall
-- attack: a state over its limit, filled inside xpcall
-- event: onGet
-- outcome: limit
-- limit: live
function aso:onGet()
  xpcall(function() self.value = ("x"):rep(120000) end, function() self.value = nil end)
  return "went on"
end
