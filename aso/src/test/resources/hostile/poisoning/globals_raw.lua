-- family: poisoning
-- attack: globals set and removed with rawset, rawget and next on _G: gone with the event
-- event: onGet
-- times: 3
-- outcome: completed
-- value: nil function 0
function onGet()
  local extra = 0
  for k in next, _G do
    if k == "mine" then extra = extra + 1 end
  end
  local seen = tostring(rawget(_G, "mine")) .. " " .. type(rawget(_G, "onGet")) .. " " .. extra
  rawset(_G, "mine", {})
  rawset(_G, "onGet", nil)
  rawset(_G, "aso", nil)
  rawset(_G, 1, "x")
  table.insert(_G, "y")
  return seen
end
