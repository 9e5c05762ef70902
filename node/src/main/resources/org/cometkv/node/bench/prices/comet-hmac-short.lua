-- Authentication of nothing by nothing.
-- covers: comet.hmac
function aso:onGet()
  while true do comet.hmac("", "") end
end
