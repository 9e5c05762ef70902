-- family: state
-- attack: a state that grows by 4 KB with each event
-- event: onGet
-- times: 40
-- outcome: limit
-- limit: live
aso.list = {}
function aso:onGet()
  self.list[#self.list + 1] = ("x"):rep(4000)
end
