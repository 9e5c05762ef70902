-- family: state
-- attack: a large table that is reached as a metatable only
-- event: onGet
-- times: 40
-- outcome: limit
-- limit: live
local mt = { list = {} }
aso.mt = mt
aso.t = setmetatable({}, mt)
function aso:onGet()
  self.mt = nil
  mt.list[#mt.list + 1] = ("x"):rep(4000)
end
