-- family: waits
-- attack: fuel burnt before and after a wait is one budget
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  for _ = 1, 3 do
    for _ = 1, 20000 do local _ = 1 + 1 end
    comet.get()
  end
  return "went on"
end
