-- family: library-work
-- attack: many plain finds of a medium needle, each cheap if charged by one length only
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local subject, wanted = ("ab"):rep(2000), ("ab"):rep(500) .. "c"
  for _ = 1, 1e6 do subject:find(wanted, 1, true) end
end
