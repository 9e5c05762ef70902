-- family: library-work
-- attack: gsub of empty matches must step on; here so often that the fuel ends it
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s = ("x"):rep(2000)
  while true do s:gsub("", "") end
end
