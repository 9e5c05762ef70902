-- family: waits
-- attack: a wait a thousand calls deep
-- event: onGet
-- outcome: completed
-- value: 1000
function onGet()
  local function deeper(n)
    if n == 0 then
      comet.get()
      return 0
    end
    return 1 + deeper(n - 1)
  end
  return deeper(1000)
end
