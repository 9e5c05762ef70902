-- family: state
-- attack: metatables exchanged on tables of the state are back after an error
-- event: onGet
-- times: 2
-- outcome: completed
-- value: chunk
local mt = { __index = { from = "chunk" } }
aso.t = setmetatable({}, mt)
function aso:onGet()
  local from = self.t.from
  if comet.systemTime() == 1700000001000 then
    setmetatable(self.t, { __index = { from = "event" } })
    setmetatable(self, { __index = self.t })
    error("undo")
  end
  return from
end
