-- Matches of 32 captures.
-- covers: string.match
local text, pattern = ("abcdefgh"):rep(4), ("(.)"):rep(32)
function aso:onGet()
  while true do text:match(pattern) end
end
