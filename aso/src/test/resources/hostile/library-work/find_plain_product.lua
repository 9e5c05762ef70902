-- family: library-work
-- attack: plain find whose work is the product of both lengths
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local subject = ("a"):rep(30000)
  local wanted = ("a"):rep(15000) .. "b"
  return subject:find(wanted, 1, true)
end
