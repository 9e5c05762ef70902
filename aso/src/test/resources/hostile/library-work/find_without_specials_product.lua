-- family: library-work
-- attack: find without pattern characters is a plain search as well
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("a"):rep(30000)):find(("a"):rep(15000) .. "b")
end
