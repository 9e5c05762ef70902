-- family: recursion
-- attack: nested quantified captures at the matcher's own depth limit, in a loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s, p = ("a"):rep(190), ("a?"):rep(190) .. "b"
  while true do s:match(p) end
end
