-- family: loops
-- attack: endless loop in onSubscribe
-- event: onSubscribe
-- outcome: limit
-- limit: fuel
function aso:onSubscribe(caller, request)
  while caller do end
end
