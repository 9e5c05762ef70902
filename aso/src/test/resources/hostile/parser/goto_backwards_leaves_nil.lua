-- family: parser
-- attack: a goto back over a local leaves a register that stock LuaJ reads as no value at all
-- event: onGet
-- outcome: completed
-- value: own
function onGet()
  local out = {}
  do
    local x
    ::again::
    local y
    out[#out + 1] = tostring(y)
    y = "stale"
    if #out < 3 then goto again end
  end
  local seen = table.concat(out, " ")
  return (seen == "nil nil nil" or seen == "nil stale stale") and "own" or seen
end
