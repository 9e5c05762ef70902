-- family: library-work
-- attack: comparing two long equal strings: one instruction, many bytes
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local a, b = ("x"):rep(60000) .. "1", ("x"):rep(60000) .. "1"
  local n = 0
  while true do
    if a == b then n = n + 1 end
  end
end
