-- family: poisoning
-- attack: math.pi and math.huge changed
-- event: onGet
-- outcome: error
function onGet()
  math.pi = 3
end
