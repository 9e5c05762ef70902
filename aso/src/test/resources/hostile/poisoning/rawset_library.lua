-- family: poisoning
-- attack: rawset on a library
-- event: onGet
-- outcome: error
function onGet()
  rawset(string, "upper", string.lower)
end
