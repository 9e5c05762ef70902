-- family: poisoning
-- attack: a metatable set on _G or read from it
-- event: onGet
-- outcome: completed|error
-- value: clean
function onGet()
  pcall(setmetatable, _G, { __index = function() return "poisoned" end, __newindex = error })
  local mt = getmetatable(_G)
  if type(mt) == "table" then
    pcall(rawset, mt, "__index", { string = "poisoned" })
    pcall(function() mt.__index.string = "poisoned" end)
    pcall(function() mt.__index = "poisoned" end)
  end
  return "clean"
end
