-- A plain search in which each place fits nearly to the end.
-- covers: string.find
local text, part = ("a"):rep(60000), ("a"):rep(6000) .. "b"
function aso:onGet()
  while true do text:find(part, 1, true) end
end
