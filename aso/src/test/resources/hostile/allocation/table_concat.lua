-- family: allocation
-- attack: table.concat fed with its own result
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = { "x", "x" }
  while true do
    local s = table.concat(t, ", ")
    t[1], t[2] = s, s
  end
end
