-- family: state
-- attack: frozen tables of the chunk put into the state by an event: still frozen, still the same
-- event: onGet
-- times: 3
-- outcome: completed
-- value: true false
local frozen = { deep = { x = 1 } }
function aso:onGet()
  local same = self.kept == nil or self.kept == frozen and self.list[1] == frozen.deep
  self.kept, self.list = frozen, { frozen.deep }
  return tostring(same) .. " " .. tostring(pcall(function() self.list[1].x = 2 end))
end
