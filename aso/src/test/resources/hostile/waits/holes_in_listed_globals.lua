-- family: waits
-- attack: holes that an event makes among the globals under the keys 1 to n: the others must not go
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 3 nil c
_G[1], _G[2], _G[3] = "a", "b", "c"
function onGet()
  _G[1], _G[2] = nil, nil
  comet.get()
  return #_G .. " " .. tostring(_G[2]) .. " " .. tostring(_G[3])
end
