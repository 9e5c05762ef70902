-- New iterators over a text that has no match.
-- covers: string.gmatch
local text = ("x"):rep(1000)
function aso:onGet()
  while true do
    for at in text:gmatch(".-y") do end
  end
end
