-- family: state
-- attack: after a refused replacement the old handler answers
-- event: onGet
-- times: 2
-- outcome: completed
-- value: old
function aso:onGet()
  if comet.systemTime() == 1700000001000 then
    self.onGet = function() return "new" end
  end
  return "old"
end
