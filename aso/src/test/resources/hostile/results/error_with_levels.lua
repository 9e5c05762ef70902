-- family: results
-- attack: errors with levels beyond the stack, negative, fractional and NaN
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  for _, level in ipairs({ 0, 1, 2, 3, 50, 1e9, 2^53, -1, 1.5, 0 / 0, 1 / 0 }) do
    assert(not pcall(error, "x", level))
  end
  return true
end
