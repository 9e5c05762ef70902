-- family: pcall
-- attack: error values nil and false are errors all the same
-- event: onGet
-- outcome: completed
-- value: false nil false false
function onGet()
  local a, b = pcall(error, nil)
  local c, d = pcall(error, false)
  return tostring(a) .. " " .. tostring(b) .. " " .. tostring(c) .. " " .. tostring(d)
end
