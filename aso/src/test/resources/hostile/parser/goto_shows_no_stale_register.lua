-- family: parser
-- attack: registers beyond a goto never hold what an earlier call or another object left there
-- event: onGet
-- outcome: completed
-- value: own
local function fill()
  local a, b, c, d, e, f, g, h = "secret", "secret", "secret", "secret", "secret", "secret", "secret", "secret"
  return a, b, c, d, e, f, g, h
end
function onGet()
  fill()
  local i = 0
  local x
  ::back::
  local y
  local z
  local seen = tostring(y) .. " " .. tostring(z)
  y, z = fill()
  i = i + 1
  if i < 3 then goto back end
  return (seen == "nil nil" or seen == "secret secret") and "own" or seen
end
