-- family: forbidden
-- attack: no value is a Java object: userdata and thread are never seen
-- event: onGet
-- outcome: completed
-- value: nothing
function onGet(caller)
  local bad, seen = {}, {}
  local function walk(name, v)
    local t = type(v)
    if t == "userdata" or t == "thread" then bad[#bad + 1] = name end
    if t ~= "table" or seen[v] then return end
    seen[v] = true
    for k, x in pairs(v) do walk(tostring(k), x) end
  end
  for _, lib in ipairs({ _G, string, table, math, bit32, comet, aso }) do walk("library", lib) end
  return bad[1] and table.concat(bad, " ") or "nothing"
end
