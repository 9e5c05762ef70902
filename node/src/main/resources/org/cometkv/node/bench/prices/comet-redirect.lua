-- Redirections to a key, and to names that are refused.
-- covers: comet.redirect comet.key pcall
local name = ("é"):rep(500)
function aso:onGet()
  local key = comet.key(5)
  while true do
    comet.redirect(key)
    pcall(comet.redirect, name)
    pcall(comet.redirect, {})
  end
end
