-- family: state
-- attack: a table taken out of the state that a chunk variable still holds, grown without end
-- event: onGet
-- times: 60
-- outcome: limit
-- limit: live
local hidden = {}
aso.hidden = hidden
function aso:onGet()
  self.hidden = nil
  hidden[#hidden + 1] = ("x"):rep(4000)
end
