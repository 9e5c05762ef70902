-- Values are put under what is no key, each error caught.
-- covers: comet.put pcall
local bad = ("x"):rep(64)
function aso:onGet()
  while true do
    pcall(comet.put, bad, 1)
    pcall(comet.put, "", 1)
  end
end
