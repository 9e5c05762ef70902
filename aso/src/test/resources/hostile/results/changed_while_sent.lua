-- family: results
-- attack: a result that is also state and would change if it were not copied
-- event: onGet
-- times: 3
-- outcome: completed
-- value: {1, 2, 3}
aso.list = {}
function aso:onGet()
  self.list[#self.list + 1] = #self.list + 1
  return self.list
end
