-- family: waits
-- attack: globals under the keys 1 to n, deleted by an event that waits: they must not come back to it
-- event: onGet
-- times: 2
-- outcome: completed
-- value: nil 2 nil 1
_G[1], _G[2], _G[3] = "a", "b", "c"
function onGet()
  _G[3] = nil
  comet.get()
  local seen = tostring(_G[3]) .. " " .. #_G
  _G[2] = nil
  comet.get()
  return seen .. " " .. tostring(_G[2]) .. " " .. #_G
end
