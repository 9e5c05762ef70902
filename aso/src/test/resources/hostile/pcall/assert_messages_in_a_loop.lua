-- family: pcall
-- attack: assertions with a message of 100,000 bytes, caught again and again: copying it must be paid
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local message = ("no "):rep(33000)
  while true do pcall(assert, false, message) end
end
