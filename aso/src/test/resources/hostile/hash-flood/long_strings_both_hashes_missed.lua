-- family: hash-flood
-- attack: the same, with a key that is not there at all
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
  local t, head, tail = {}, ("x"):rep(1940), ("x"):rep(50)
  for i = 1, 31 do t[head .. tails[i] .. tail] = i end
  local other = head .. tails[32] .. tail
  while not t[other] do end
end
