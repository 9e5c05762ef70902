-- family: hash-flood
-- attack: keys of one bucket added and removed so that a probe passes many dead cells
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t = { keep = true }
  local i = 0
  while true do
    i = i + 1
    t[i * 2^20] = true
    t[(i - 20) * 2^20] = nil
    local _ = t.missing
  end
end
