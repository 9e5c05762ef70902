-- family: pcall
-- attack: errors with a level far beyond a deep stack, caught again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local function deeper(n)
    if n == 0 then
      while true do pcall(error, "x", 1e9) end
    end
    return 1 + deeper(n - 1)
  end
  return deeper(1800)
end
