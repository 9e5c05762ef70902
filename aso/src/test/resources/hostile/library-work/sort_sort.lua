-- family: library-work
-- attack: a comparator that sorts, whose comparator sorts, and so on
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local function compare(a, b)
    table.sort({ 3, 2, 1 }, compare)
    return a < b
  end
  table.sort({ 3, 2, 1 }, compare)
end
