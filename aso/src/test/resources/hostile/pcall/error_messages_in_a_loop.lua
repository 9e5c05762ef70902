-- family: pcall
-- attack: errors with a message of 100,000 bytes, caught again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local message = ("no "):rep(33000)
  while true do pcall(error, message, 0) end
end
