-- family: library-work
-- attack: a long set tested against each character of a long text
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("x"):rep(10000)):find("[" .. ("b-c"):rep(3000) .. "]")
end
