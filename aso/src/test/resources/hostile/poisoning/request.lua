-- family: poisoning
-- attack: the request is the event's own and may be written
-- event: onGet
-- request: {"a":[1,2,3],"b":{"c":"x"}}
-- times: 2
-- outcome: completed
-- value: 3 x
function onGet(_, request)
  local seen = #request.a .. " " .. request.b.c
  request.a[4], request.b.c = 4, "y"
  request.a, request.b = nil, nil
  return seen
end
