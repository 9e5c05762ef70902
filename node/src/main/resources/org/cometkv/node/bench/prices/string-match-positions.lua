-- Matches of 32 places, one of which is taken.
-- covers: string.match
local text, pattern = ("x"):rep(70000), ("()"):rep(32)
function aso:onGet()
  while true do local a = text:match(pattern, 65000) end
end
