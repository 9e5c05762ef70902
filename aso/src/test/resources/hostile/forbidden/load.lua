-- family: forbidden
-- attack: load of source text, which would escape any hook
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return load("while true do end", "x", "t", {})()
end
