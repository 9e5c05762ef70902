-- Digests of nothing.
-- covers: comet.sha256
function aso:onGet()
  while true do comet.sha256("") end
end
