-- family: state
-- attack: a large table taken out of the state, the room filled, and the table put back: it counts again
-- event: onGet
-- times: 4
-- outcome: limit
-- limit: live
local big = {}
aso.big = big
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    big[1] = ("x"):rep(60000)
    self.big = nil
  elseif number == 2 then
    self.filler = ("y"):rep(30000)
  elseif number == 3 then
    self.more = ("z"):rep(5000)
  else
    self.big = big
    self.filler = ("w"):rep(60000)
  end
end
