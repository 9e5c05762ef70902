-- family: pcall
-- attack: library errors for arguments of every wrong type, all of them caught
-- event: onGet
-- outcome: completed|limit
-- limit: fuel|allocation
-- value: true
function onGet()
  local values = { 0 / 0, -1, "x", true, {}, onGet, setmetatable({}, { __index = function() error("i") end }) }
  for _, lib in ipairs({ string, table, math, bit32 }) do
    for _, f in pairs(lib) do
      if type(f) == "function" then
        pcall(f)
        for _, a in ipairs(values) do
          pcall(f, a)
          pcall(f, a, a)
          pcall(f, "x", a, a, a)
        end
      end
    end
  end
  return true
end
