-- 100 concatenations of 6 operands, 50 formats, one concat.
function aso:onGet()
  local parts = {}
  for i = 1, 100 do
    parts[i] = "a" .. i .. "b" .. i * 2 .. "c" .. i
  end
  for i = 1, 50 do
    parts[100 + i] = string.format("%d:%s;", i, parts[i])
  end
  return #table.concat(parts, ",")
end
