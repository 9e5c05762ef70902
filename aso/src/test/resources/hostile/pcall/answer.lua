-- family: pcall
-- attack: an answer over its limit, built inside pcall
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  local _, s = pcall(string.rep, "x", 100000)
  return s
end
