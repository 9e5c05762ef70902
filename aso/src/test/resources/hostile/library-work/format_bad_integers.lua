-- family: library-work
-- attack: %d and %c of NaN, infinity and numbers beyond 64 bits: an error or a number, never a crash
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  for _, f in ipairs({ "%d", "%c", "%x", "%o", "%u", "%i", "%X" }) do
    for _, n in ipairs({ 0 / 0, 1 / 0, -1 / 0, 2^63, -2^63, 2^64, 1e300, -1, 0.5 }) do
      pcall(string.format, f, n)
    end
  end
  return true
end
