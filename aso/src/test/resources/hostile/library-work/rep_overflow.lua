-- family: library-work
-- attack: rep whose result length overflows 32 and 64 bits to something small
-- event: onGet
-- outcome: error|limit
-- limit: allocation
function onGet()
  local s = ("x"):rep(65536)
  local ok, r = pcall(string.rep, s, 65537)
  assert(not ok, "the length wrapped around")
  return #s:rep(2^48 + 1)
end
