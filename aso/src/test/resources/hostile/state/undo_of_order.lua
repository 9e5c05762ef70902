-- family: state
-- attack: the order of keys after an undone event is the order before it
-- event: onGet
-- times: 2
-- outcome: completed
-- value: a1b2c3d4
aso.t = { }
aso.t.a = 1
aso.t.b = 2
aso.t.c = 3
aso.t.d = 4
function aso:onGet()
  local order = ""
  for k, v in pairs(self.t) do order = order .. k .. v end
  if comet.systemTime() == 1700000001000 then
    for k in pairs(self.t) do self.t[k] = nil end
    for _, k in ipairs({ "d", "c", "b", "a", "e", "f", "g", "h", "i", "j", "k" }) do self.t[k] = k end
    error("undo")
  end
  return order
end
