-- family: waits
-- attack: waits while much is on the stack: what is held must be bounded
-- event: onGet
-- outcome: completed|limit
-- limit: allocation
-- value: 1500
function onGet()
  local function deeper(n, ...)
    if n == 0 then
      comet.get()
      return 0
    end
    return 1 + deeper(n - 1, n, n, n, ...)
  end
  local function plain(n)
    if n == 0 then return deeper(20) + 1480 end
    return plain(n - 1) + 0
  end
  return plain(1000)
end
