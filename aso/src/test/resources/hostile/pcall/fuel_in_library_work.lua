-- family: pcall
-- attack: the end of the fuel inside the pattern matcher inside pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  pcall(string.find, ("a"):rep(1000), "a*a*a*a*b")
  return "went on"
end
