-- family: poisoning
-- attack: a library emptied while it is traversed
-- event: onGet
-- outcome: error
function onGet()
  for name in pairs(string) do string[name] = nil end
end
