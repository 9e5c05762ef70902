-- family: recursion
-- attack: with memory for it, more than 10,000 levels are an ordinary error
-- event: onGet
-- override: allocation=100000000, fuel=10000000
-- outcome: error
-- error: stack overflow
function onGet()
  local function count(n)
    if n == 0 then return 0 end
    return 1 + count(n - 1)
  end
  return count(10001)
end
