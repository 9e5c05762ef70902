-- family: recursion
-- attack: an error handler that overflows the stack, called because the stack overflowed
-- event: onGet
-- override: allocation=100000000, fuel=10000000
-- outcome: completed|limit
-- limit: fuel|allocation
-- value: false
function onGet()
  local function deeper() return 1 + deeper() end
  return (xpcall(deeper, deeper))
end
