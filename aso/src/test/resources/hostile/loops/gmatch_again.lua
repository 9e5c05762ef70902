-- family: loops
-- attack: gmatch over empty matches, again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s = ("x"):rep(50)
  while true do
    for _ in s:gmatch("") do end
  end
end
