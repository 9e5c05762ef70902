-- family: hash-flood
-- attack: long keys that neither hash can tell apart and that differ near their end only: each comparison reads them almost in full
-- event: onGet
-- outcome: limit
-- limit: fuel
local tails = { "" }
for _ = 1, 5 do
  local longer = {}
  for i = 1, #tails do
    longer[2 * i - 1] = tails[i] .. "Aa"
    longer[2 * i] = tails[i] .. "BB"
  end
  tails = longer
end
function onGet()
  local t, head, tail, last = {}, ("x"):rep(1940), ("x"):rep(50), nil
  for i = 1, 31 do
    last = head .. tails[i] .. tail
    t[last] = i
  end
  while t[last] do end
end
