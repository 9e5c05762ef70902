-- family: state
-- attack: long strings that the chunk keeps in variables of functions, outside the state
-- event: onGet
-- outcome: completed|limit
-- limit: live
-- value: 391000
local function keep(n)
  local text = ("x"):rep(n)
  return function() return #text end
end
local small, large = keep(1000), keep(390000)
function onGet()
  return small() + large()
end
