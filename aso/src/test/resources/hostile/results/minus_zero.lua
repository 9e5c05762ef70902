-- family: results
-- attack: -0 as a value and as a key
-- event: onGet
-- outcome: completed
-- value: 0 -inf
function onGet()
  local t = { [-0.0] = "zero" }
  local z = -0.0
  return (t[0] == "zero" and "0" or "lost") .. " " .. 1 / (z)
end
