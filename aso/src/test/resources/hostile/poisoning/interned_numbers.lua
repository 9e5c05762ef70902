-- family: poisoning
-- attack: arithmetic on shared small numbers never changes them
-- event: onGet
-- outcome: completed
-- value: 10
function onGet()
  local t = {}
  for i = 1, 10 do
    local x = i
    x = x + 1
    t[i] = x - 1
  end
  return #t
end
