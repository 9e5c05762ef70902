-- family: library-work
-- attack: format items that do not exist, and a format that ends too early
-- event: onGet
-- outcome: completed
-- value: 5
function onGet()
  local refused = 0
  for _, f in ipairs({ "%", "%y", "%10", "%-+ #0", "%*d" }) do
    if not pcall(string.format, f, 1) then refused = refused + 1 end
  end
  return refused
end
