-- family: recursion
-- attack: a recursion of 1,500 levels is no attack
-- event: onGet
-- outcome: completed
-- value: 1500
function onGet()
  local function count(n)
    if n == 0 then return 0 end
    return 1 + count(n - 1)
  end
  return count(1500)
end
