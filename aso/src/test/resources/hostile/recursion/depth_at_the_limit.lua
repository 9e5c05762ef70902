-- family: recursion
-- attack: with memory for it, almost 10,000 levels are allowed
-- event: onGet
-- override: allocation=100000000, fuel=10000000
-- outcome: completed
-- value: 9900
function onGet()
  local function count(n)
    if n == 0 then return 0 end
    return 1 + count(n - 1)
  end
  return count(9900)
end
