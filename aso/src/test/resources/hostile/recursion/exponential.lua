-- family: recursion
-- attack: the two calls of fib: little depth, very many calls
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end
  return fib(40)
end
