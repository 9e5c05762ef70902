-- family: forbidden
-- attack: a walk over all that can be reached must meet no name outside of the allow-list
-- event: onGet
-- outcome: completed
-- value: nothing
function onGet()
  local allowed = {}
  for name in ([[assert error ipairs next pairs pcall xpcall rawequal rawget rawlen rawset select setmetatable
    getmetatable tonumber tostring type _VERSION _G string table math bit32 comet aso self onGet
    byte char find format gmatch gsub len lower match rep reverse sub upper
    concat insert pack remove sort unpack
    abs ceil floor fmod max min modf sqrt pow exp log sin cos tan asin acos atan atan2 sinh cosh
    tanh frexp ldexp deg rad pi huge random
    arshift band bnot bor btest bxor extract lrotate lshift replace rrotate rshift
    systemTime getSystemTime nodeID getNodeID nodeIP getNodeIP key getASOKey lookup get put spawn deleteSelf publish
    subscribers redirect after cancel sha256 hmac log
    __index __newindex __metatable]]):gmatch("%S+") do allowed[name] = true end
  local seen, found = {}, {}
  local function walk(v)
    if type(v) ~= "table" or seen[v] then return end
    seen[v] = true
    for k, x in next, v do
      if type(k) == "string" and not allowed[k] then found[#found + 1] = k end
      walk(k)
      walk(x)
    end
    walk(getmetatable(v))
  end
  walk(_G)
  walk(string) walk(table) walk(math) walk(bit32) walk(comet) walk(aso)
  table.sort(found)
  return found[1] and table.concat(found, " ") or "nothing"
end
