-- family: allocation
-- attack: a format that repeats its argument, fed with its own result
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local s = "x"
  while true do s = ("%s%s%s%s"):format(s, s, s, s) end
end
