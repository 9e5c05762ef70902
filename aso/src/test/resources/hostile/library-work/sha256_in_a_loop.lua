-- family: library-work
-- attack: hashing in an endless loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s = "seed"
  while true do s = comet.sha256(s) end
end
