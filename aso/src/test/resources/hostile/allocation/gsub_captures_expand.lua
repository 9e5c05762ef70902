-- family: allocation
-- attack: gsub whose replacement repeats the whole match many times
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local s = "xxxxxxxx"
  while true do s = s:gsub(".+", "%0%0%0%0%0%0%0%0") end
end
