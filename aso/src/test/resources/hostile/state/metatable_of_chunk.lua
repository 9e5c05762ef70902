-- family: state
-- attack: a metatable that the chunk set may stay, and works in each event
-- event: onGet
-- times: 3
-- outcome: completed
-- value: default 3
aso.n = 0
aso.t = setmetatable({}, { __index = function() return "default" end })
function aso:onGet()
  self.n = self.n + 1
  return self.t.missing .. " " .. self.n
end
