-- Lookups of what is no key, each error caught.
-- covers: comet.lookup pcall
local bad = ("x"):rep(64)
function aso:onGet()
  while true do pcall(comet.lookup, bad) end
end
