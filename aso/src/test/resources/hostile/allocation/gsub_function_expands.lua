-- family: allocation
-- attack: gsub with a function that gives long replacements
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local long = ("y"):rep(2000)
  return #(("x"):rep(1000)):gsub(".", function() return long end)
end
