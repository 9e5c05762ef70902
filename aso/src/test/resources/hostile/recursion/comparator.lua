-- family: recursion
-- attack: a sort comparator that sorts with itself
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local function compare(a, b)
    table.sort({ 2, 1 }, compare)
    return a < b
  end
  return compare(1, 2)
end
