-- Messages with a key and all 16 tags, until there are too many effects.
-- covers: comet.publish
local options = {conflate = ("é"):rep(32), tags = {}}
for i = 1, 16 do options.tags[i] = ("é"):rep(31) .. i % 10 end
function aso:onGet()
  while true do comet.publish("x", options) end
end
