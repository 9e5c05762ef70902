-- family: recursion
-- attack: deep stacks of pcalls thrown through again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local function deeper(n)
    if n == 0 then error("x") end
    pcall(deeper, n - 1)
    error("y")
  end
  while true do pcall(deeper, 200) end
end
