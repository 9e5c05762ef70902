-- family: state
-- attack: a list with a library function of the chunk, to which an event inserts and from which it removes
-- event: onGet
-- times: 2
-- outcome: completed
-- value: KEPT4
aso.list = { string.upper, "a" }
function aso:onGet()
  table.insert(self.list, 1, "first")
  table.remove(self.list, 1)
  table.insert(self.list, "last")
  return self.list[1]("kept") .. #self.list
end
