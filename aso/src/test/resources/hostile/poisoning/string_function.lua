-- family: poisoning
-- attack: a library function replaced by an own one
-- event: onGet
-- outcome: error
function onGet()
  string.format = function() return "poisoned" end
end
