-- family: waits
-- attack: globals and chunk variables of a waiting event, seen by another event
-- event: onGet
-- meanwhile: onTimer
-- times: 2
-- outcome: completed
-- value: nil nil mine mine
local v
function aso:onGet()
  g, v = "mine", "mine"
  comet.get()
  return tostring(self.g) .. " " .. tostring(self.v) .. " " .. g .. " " .. v
end
function aso:onTimer()
  self.g, self.v = g, v
  g, v = "theirs", "theirs"
end
