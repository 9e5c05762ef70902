-- family: hash-flood
-- attack: "1", 1 and 1.0 as keys: two keys, not one and not three
-- event: onGet
-- outcome: completed
-- value: 2
function onGet()
  local t, n = { [1] = "number", ["1"] = "string", [1.0] = "number" }, 0
  for _ in pairs(t) do n = n + 1 end
  return n
end
