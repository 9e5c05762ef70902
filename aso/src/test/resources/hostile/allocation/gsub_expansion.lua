-- family: allocation
-- attack: gsub that makes each byte a thousand bytes
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return #(("x"):rep(1000)):gsub(".", ("y"):rep(1000))
end
