-- family: library-work
-- attack: numeric for whose bounds are long strings
-- event: onGet
-- outcome: error|limit
-- limit: fuel
function onGet()
  local s = ("1"):rep(50000)
  while true do
    for _ = s, s do end
  end
end
