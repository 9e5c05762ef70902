-- family: recursion
-- attack: endless recursion inside pcall: memory ends it, and that is not catchable
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function deeper() return 1 + deeper() end
  return pcall(deeper)
end
