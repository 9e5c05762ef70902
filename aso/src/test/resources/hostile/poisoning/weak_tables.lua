-- family: poisoning
-- attack: __mode is refused: a weak table would make the collector visible
-- event: onGet
-- outcome: error
function onGet()
  return setmetatable({}, { __mode = "k" })
end
