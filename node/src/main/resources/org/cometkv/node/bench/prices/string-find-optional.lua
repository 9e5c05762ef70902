-- A pattern of 190 optional bytes.
-- covers: string.find
local text, pattern = ("a"):rep(3000), ("a?"):rep(190) .. "b"
function aso:onGet()
  while true do text:find(pattern) end
end
