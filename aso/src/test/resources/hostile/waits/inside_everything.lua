-- family: waits
-- attack: waits inside pcall, sort, gsub, tostring, metamethods and iterators
-- event: onGet
-- outcome: completed
-- value: 1 2 3 got got got got
function onGet()
  local function got() return comet.get() and "got" end
  local t = { 3, 1, 2 }
  table.sort(t, function(a, b) got() return a < b end)
  local s = table.concat(t, " ")
  s = s .. " " .. (("x"):gsub("x", got))
  s = s .. " " .. tostring(setmetatable({}, { __tostring = got }))
  s = s .. " " .. setmetatable({}, { __index = got }).missing
  local _, caught = pcall(got)
  return s .. " " .. caught
end
