-- family: library-work
-- attack: gsub with negative, fractional, huge and infinite counts must neither hang nor fail
-- event: onGet
-- outcome: completed
-- value: aa ba bb bb
function onGet()
  local out = {}
  pcall(string.gsub, "aa", "a", "b", -5)
  pcall(string.gsub, "aa", "a", "b", 0 / 0)
  for _, n in ipairs({ 0, 1, 2^40, 2^53 }) do out[#out + 1] = (("aa"):gsub("a", "b", n)) end
  return table.concat(out, " ")
end
