-- A capture of half the text that must come twice.
-- covers: string.find
local text = ("a"):rep(60000) .. "b" .. ("a"):rep(59999) .. "c"
function aso:onGet()
  while true do text:find("^(a*)b%1") end
end
