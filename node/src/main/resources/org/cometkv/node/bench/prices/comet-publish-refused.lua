-- Messages that are too large, cyclic or no data, each error caught.
-- covers: comet.publish pcall
local cyclic = {}
for i = 1, 100 do cyclic[i] = cyclic end
function aso:onGet()
  while true do
    pcall(comet.publish, cyclic)
    pcall(comet.publish, comet)
  end
end
