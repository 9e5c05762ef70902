-- family: hash-flood
-- attack: next from the last of long keys that neither hash tells apart: each is compared to its end
-- event: onGet
-- outcome: limit
-- limit: fuel|live
local tails, t, last = { "" }, {}, nil
for _ = 1, 5 do
  local longer = {}
  for i = 1, #tails do
    longer[2 * i - 1] = tails[i] .. "Aa"
    longer[2 * i] = tails[i] .. "BB"
  end
  tails = longer
end
local head, tail = ("x"):rep(6000), ("x"):rep(50)
for i = 1, 31 do
  last = head .. tails[i] .. tail
  t[last] = i
end
last = head .. tails[31] .. tail
function onGet()
  while true do next(t, last) end
end
