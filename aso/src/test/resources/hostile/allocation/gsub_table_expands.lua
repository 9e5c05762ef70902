-- family: allocation
-- attack: gsub with a table of long replacements
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return #(("x"):rep(1000)):gsub(".", { x = ("y"):rep(2000) })
end
