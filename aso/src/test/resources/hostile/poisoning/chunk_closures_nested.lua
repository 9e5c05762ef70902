-- family: poisoning
-- attack: a variable two functions deep in the chunk is put back as well
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 1 1
local function counter()
  local n = 0
  return function()
    n = n + 1
    return n
  end
end
local a, b = counter(), counter()
function onGet()
  return a() .. " " .. b()
end
