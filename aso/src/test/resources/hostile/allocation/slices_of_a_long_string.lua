-- family: allocation
-- attack: thousands of slices of one long string, which must not keep or copy it for nothing
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local s, t = ("x"):rep(30000), {}
  for i = 1, 1e9 do t[i] = s:sub(2, -2) end
end
