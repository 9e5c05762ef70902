-- family: effects
-- attack: delays that are negative, NaN, infinite, tiny and huge
-- event: onGet
-- outcome: completed|error
function onGet()
  for _, s in ipairs({ -1, 0, 0 / 0, 1 / 0, -1 / 0, 1e-300, 1e300, 2^53, 2^63, "10", "x", true }) do
    pcall(comet.after, "t", s)
  end
  return true
end
