-- A request with long names.
-- covers: OP_CALL
-- request: [[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],{"a":1,"b":2,"c":3},{"d":{"e":{"f":{}}}},1.5]
-- heap: yes
function aso:onGet(caller, request)
  local kept = request
  for i = 1, 6000 do end
  return #kept
end
