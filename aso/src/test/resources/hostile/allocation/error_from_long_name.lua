-- family: allocation
-- attack: errors that quote a very long key or operand: what is told is bounded
-- event: onGet
-- outcome: error
function onGet()
  local key = ("k"):rep(100000)
  local t = {}
  return t[key].x
end
