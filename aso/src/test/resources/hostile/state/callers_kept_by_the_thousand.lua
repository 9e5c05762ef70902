-- family: state
-- attack: the caller kept in the state again and again
-- event: onGet
-- times: 30
-- outcome: completed|limit
-- limit: live
function aso:onGet(caller)
  self.list = self.list or {}
  for _ = 1, 500 do self.list[#self.list + 1] = caller end
end
