-- family: state
-- attack: a list with a hole sorted by a comparator that puts the hole last: a list must not end in nil
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 4
aso.list = { 3, 1, nil, 2, 5 }
function aso:onGet()
  local function last(v) return v or 100 end
  table.sort(self.list, function(a, b) return last(a) < last(b) end)
  local n = 0
  for _ in pairs(self.list) do n = n + 1 end
  return n
end
