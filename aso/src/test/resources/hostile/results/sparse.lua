-- family: results
-- attack: a list with holes and keys far out
-- event: onGet
-- outcome: completed
-- value: 3
function onGet()
  local t, n = { [1] = 1, [3] = 3, [2^53] = 4 }, 0
  for _ in pairs(t) do n = n + 1 end
  return n
end
