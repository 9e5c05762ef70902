-- family: pcall
-- attack: errors while unwinding through gsub, sort and tostring frames leave all of them usable
-- event: onGet
-- outcome: completed
-- value: 1 2 3 ok
function onGet()
  for _ = 1, 20 do
    pcall(string.gsub, "abc", ".", function() table.sort({ 2, 1 }, function() error(tostring({})) end) end)
    pcall(tostring, setmetatable({}, { __tostring = function() local _ = ("x"):gsub("x", error) error("y") end }))
  end
  local t = { 3, 1, 2 }
  table.sort(t)
  return table.concat(t, " ") .. " " .. (("o."):gsub("%.", function() return "k" end))
end
