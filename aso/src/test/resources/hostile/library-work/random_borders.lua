-- family: library-work
-- attack: math.random with empty, reversed, huge and NaN ranges
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  for _, i in ipairs({ 0, -1, 2^31, 2^53, 1 / 0, -1 / 0, 0 / 0 }) do
    pcall(math.random, i)
    for _, j in ipairs({ 0, -2^53, 2^53, 1 / 0, 0 / 0 }) do pcall(math.random, i, j) end
  end
  local r = math.random(10)
  return r >= 1 and r <= 10
end
