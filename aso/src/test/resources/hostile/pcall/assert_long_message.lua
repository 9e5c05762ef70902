-- family: pcall
-- attack: assert with a message of 100,000 bytes: what is told is bounded
-- event: onGet
-- outcome: error
function onGet()
  assert(false, ("no "):rep(33000))
end
