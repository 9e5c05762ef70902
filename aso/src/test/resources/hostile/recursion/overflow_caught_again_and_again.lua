-- family: recursion
-- attack: stack overflows caught in a loop, then the stack works as before
-- event: onGet
-- override: allocation=100000000, fuel=10000000
-- outcome: completed
-- value: true 100
function onGet()
  local function deeper() return 1 + deeper() end
  local ok, message
  for _ = 1, 20 do ok, message = pcall(deeper) end
  local function count(n)
    if n == 0 then return 0 end
    return 1 + count(n - 1)
  end
  return tostring(not ok and message:find("stack overflow", 1, true) ~= nil) .. " " .. count(100)
end
