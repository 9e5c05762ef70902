-- family: coroutines
-- attack: coroutines that resume coroutines without end
-- event: onGet
-- outcome: error|limit
-- limit: fuel|allocation
function onGet()
  local function deeper() return coroutine.wrap(deeper)() end
  return deeper()
end
