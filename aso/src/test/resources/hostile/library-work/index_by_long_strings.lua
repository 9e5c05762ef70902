-- family: library-work
-- attack: looking up fresh long keys, whose hash must be computed in full
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local key = ("k"):rep(40000)
  local t = { [key] = 1 }
  while true do
    local _ = t[key .. ""], rawget(t, key)
  end
end
