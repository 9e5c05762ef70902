-- family: allocation
-- attack: fresh keys added and removed: the table stays small, the allocation does not
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local t, i = {}, 0
  while true do
    i = i + 1
    t["k" .. i] = i
    t["k" .. i] = nil
  end
end
