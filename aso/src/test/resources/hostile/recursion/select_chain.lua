-- family: recursion
-- attack: recursion through arguments: f(f(f(…)))
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function deeper(n) return (select(1, deeper(n + 1))) end
  return deeper(1)
end
