-- family: library-work
-- attack: sorting long strings that differ in their last byte only
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t, prefix = {}, ("p"):rep(1500)
  for i = 1, 200 do t[i] = prefix .. string.char(255 - i) end
  table.sort(t)
end
