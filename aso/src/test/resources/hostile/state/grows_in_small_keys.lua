-- family: state
-- attack: a state of very many short keys
-- event: onGet
-- times: 30
-- outcome: limit
-- limit: live
function aso:onGet()
  local n = self.n or 0
  for i = n, n + 700 do self["k" .. i] = true end
  self.n = n + 700
end
