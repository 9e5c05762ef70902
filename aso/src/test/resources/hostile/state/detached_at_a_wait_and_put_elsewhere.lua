-- family: state
-- attack: a table of the chunk that only a waiting event holds, put into another that only a variable names
-- event: onGet
-- times: 2
-- outcome: completed
-- value: true
aso.c, aso.inner = {}, {}
local inner = aso.inner
function aso:onGet()
  local held = self.c
  self.c = nil
  comet.get()
  inner.c, self.inner = held or inner.c, nil
  return inner.c ~= nil
end
