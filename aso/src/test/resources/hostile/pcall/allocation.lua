-- family: pcall
-- attack: the end of the memory caught by pcall
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  pcall(function()
    local s = "x"
    while true do s = s .. s end
  end)
  return "went on"
end
