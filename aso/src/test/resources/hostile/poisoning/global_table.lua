-- family: poisoning
-- attack: fields put into _G: gone with the event
-- event: onGet
-- times: 3
-- outcome: completed
-- value: nil
function onGet()
  local before = _G.left_behind or left_behind_too
  _G.left_behind = "x"
  rawset(_G, "left_behind_too", "x")
  return tostring(before)
end
