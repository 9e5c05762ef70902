-- Each step hashes a key of 300,000 bytes.
-- covers: next OP_CALL
local key = ("x"):rep(240000)
local all = {[key] = 1}
function aso:onGet()
  while true do next(all, key) end
end
