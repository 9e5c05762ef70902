-- family: state
-- attack: functions of the chunk moved, swapped and shared by events stay what they were
-- event: onGet
-- times: 3
-- outcome: completed
-- value: a b
aso.f, aso.g = function() return "a" end, function() return "b" end
function aso:onGet()
  local s = self.n and self.n % 2 == 1 and self.g() .. " " .. self.f() or self.f() .. " " .. self.g()
  self.f, self.g = self.g, self.f
  self.n = (self.n or 0) + 1
  self.both = { self.f, { self.g } }
  return s
end
