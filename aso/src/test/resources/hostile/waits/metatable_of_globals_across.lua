-- family: waits
-- attack: a metatable that an event gives its globals: it is still there after a wait, and gone at the end
-- event: onGet
-- times: 2
-- outcome: completed
-- value: true missing
function onGet()
  local before = getmetatable(_G) == nil
  setmetatable(_G, { __index = function(_, name) return name end })
  comet.get()
  return tostring(before) .. " " .. missing
end
