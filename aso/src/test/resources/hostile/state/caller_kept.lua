-- family: state
-- attack: the caller kept in the state: frozen there as well
-- event: onGet
-- times: 2
-- outcome: completed
-- value: false
function aso:onGet(caller)
  local changed = false
  if self.kept then changed = pcall(function() self.kept.id = "x" end) end
  self.kept = caller
  return changed
end
