-- family: library-work
-- attack: looking up a long key that equals the stored one but is another string
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = { [("k"):rep(60000) .. "x"] = 1 }
  local key = ("k"):rep(60000) .. "x"
  while t[key] do end
end
