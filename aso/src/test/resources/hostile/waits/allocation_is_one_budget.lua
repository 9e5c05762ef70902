-- family: waits
-- attack: memory allocated before and after a wait is one budget
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  for _ = 1, 3 do
    local _ = ("x"):rep(200000)
    comet.get()
  end
  return "went on"
end
