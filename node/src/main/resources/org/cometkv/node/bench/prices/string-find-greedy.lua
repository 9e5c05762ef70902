-- A pattern of greedy repetitions that is tried in all ways.
-- covers: string.find
local text = ("a"):rep(3000)
function aso:onGet()
  while true do text:find("a*a*a*a*a?a?a?b") end
end
