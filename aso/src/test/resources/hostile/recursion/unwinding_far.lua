-- family: recursion
-- attack: an error that crosses a thousand levels, again and again
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local function deeper(n)
    if n == 0 then error("x") end
    return 1 + deeper(n - 1)
  end
  while true do pcall(deeper, 1000) end
end
