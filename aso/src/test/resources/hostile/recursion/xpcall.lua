-- family: recursion
-- attack: a function that xpcalls itself with itself as the handler
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local function deeper() return xpcall(deeper, deeper) end
  return deeper()
end
