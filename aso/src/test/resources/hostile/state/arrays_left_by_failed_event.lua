-- family: state
-- attack: a table of the state that each event fills and empties by failing
-- event: onGet
-- times: 4
-- outcome: error
-- error: undo
aso.t, aso.list = { a = 1 }, {}
function aso:onGet()
  for i = 1, 2000 do self.t["k" .. i] = i end
  for i = 1, 1500 do self.list[i] = i end
  error("undo")
end
