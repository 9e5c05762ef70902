-- family: allocation
-- attack: a list of numbers that are not whole
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t, x = {}, 0.5
  while true do
    t[#t + 1] = x
    x = x + 0.25
  end
end
