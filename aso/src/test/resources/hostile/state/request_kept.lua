-- family: state
-- attack: the request kept in the state and changed later
-- event: onGet
-- request: {"list":[1,2,3]}
-- times: 3
-- outcome: completed
-- value: 5
function aso:onGet(_, request)
  self.kept = self.kept or request
  table.insert(self.kept.list, "x")
  return #self.kept.list - 1
end
