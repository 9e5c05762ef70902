-- family: recursion
-- attack: endless recursion of a function with a hundred registers
-- event: onGet
-- outcome: limit
-- limit: allocation
local function deeper(n)
  local a, b, c, d, e, f, g, h, i, j, k, l, m = n, n, n, n, n, n, n, n, n, n, n, n, n
  local t = { a, b, c, d, e, f, g, h, i, j, k, l, m, a, b, c, d, e, f, g, h, i, j, k, l, m, a, b, c, d, e, f, g, h }
  return #t + deeper(n + 1)
end
function onGet()
  return deeper(1)
end
