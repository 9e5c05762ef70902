-- family: poisoning
-- attack: frozen chunk tables written through every door, at every depth
-- event: onGet
-- outcome: completed
-- value: 0
local cache = { list = { 1, 2, 3 }, deep = { deeper = {} } }
config = { x = 1 }
local meta = setmetatable({}, { __index = cache })
function onGet()
  local changed = 0
  for _, write in ipairs({
    function() cache.x = 1 end,
    function() cache.list[1] = 9 end,
    function() table.insert(cache.list, 4) end,
    function() table.remove(cache.list) end,
    function() table.sort(cache.list, function(a, b) return a > b end) end,
    function() cache.deep.deeper.x = 1 end,
    function() rawset(cache, "x", 1) end,
    function() setmetatable(cache, {}) end,
    function() config.x = 2 end,
    function() meta.x = 2 end,
    function() getmetatable(meta).__index = {} end,
  }) do
    if pcall(write) then changed = changed + 1 end
  end
  return changed
end
