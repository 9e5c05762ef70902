-- family: state
-- attack: entries deleted after a wait from a table that was detached at it
-- event: onGet
-- times: 4
-- outcome: limit
-- limit: live
aso.map = {}
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    for i = 1, 300 do self.map["k" .. i] = ("x"):rep(165) end
  elseif number == 2 then
    local map = self.map
    self.map = nil
    comet.get()
    self.a = ("a"):rep(49000)
    for k in pairs(map) do map[k] = "" end
  else
    self[number] = ("b"):rep(48500)
  end
  return #self
end
