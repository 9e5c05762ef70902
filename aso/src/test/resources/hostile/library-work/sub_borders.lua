-- family: library-work
-- attack: sub, byte and find with indices at and beyond all borders
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local s = "hello"
  for _, i in ipairs({ 0, -1, 6, 7, -2^31, 2^31, -2^53, 2^53, 1e300, -1e300, 1 / 0, -1 / 0, 0 / 0 }) do
    for _, j in ipairs({ 0, -1, 6, -2^31, 2^31, 2^53, -2^53, 1 / 0, -1 / 0, 0 / 0 }) do
      pcall(string.sub, s, i, j)
      pcall(string.byte, s, i, j)
      pcall(string.find, s, "l", i)
    end
  end
  return s:sub(-2^53, 2^53) == s and s:sub(2^31) == "" and s:sub(2, -2) == "ell"
end
