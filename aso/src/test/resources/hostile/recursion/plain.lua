-- family: recursion
-- attack: a function that calls itself, not in tail position
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function deeper() return 1 + deeper() end
  return deeper()
end
