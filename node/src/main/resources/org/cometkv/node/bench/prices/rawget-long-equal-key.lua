-- Raw reads under a key of 90,000 bytes that is equal to the one in the table, but another string.
-- covers: rawget
local key, other = ("x"):rep(90000), ("x"):rep(90000)
local all = {[key] = 1}
function aso:onGet()
  while true do rawget(all, other) end
end
