-- family: waits
-- attack: an error after a wait undoes back to the wait only
-- event: onGet
-- times: 2
-- outcome: completed
-- value: before
function aso:onGet()
  if comet.systemTime() < 1700000002000 then
    self.seen = "before"
    comet.get()
    self.seen = "after"
    error("undo to the wait")
  end
  return self.seen
end
