-- family: pcall
-- attack: base functions with arguments of every wrong type, all of them caught
-- event: onGet
-- outcome: completed|limit
-- limit: fuel|allocation
-- value: true
function onGet()
  local values = { 0 / 0, -1, 1e300, "x", true, {}, onGet, pcall, xpcall }
  for _, f in ipairs({ assert, error, ipairs, next, pairs, rawequal, rawget, rawlen, rawset, select, setmetatable,
    getmetatable, tonumber, tostring, type }) do
    pcall(f)
    for _, a in ipairs(values) do
      pcall(f, a)
      pcall(f, a, a)
      pcall(f, {}, a)
      pcall(f, {}, a, a)
      pcall(f, nil, a, nil)
    end
  end
  return true
end
