-- family: recursion
-- attack: a function that pcalls itself
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function deeper() return pcall(deeper) end
  return deeper()
end
