-- Formats that are malformed, each error caught.
-- covers: string.format pcall
function aso:onGet()
  while true do
    pcall(string.format, "%y", 1)
    pcall(string.format, "%d", "x")
    pcall(string.format, "%999d", 1)
    pcall(string.format, "%")
  end
end
