-- family: state
-- attack: the live size is no error that pcall could catch
-- event: onGet
-- outcome: limit
-- limit: live
function aso:onGet()
  return pcall(function() self.value = ("x"):rep(110000) end)
end
