-- family: recursion
-- attack: an iterator that iterates with itself
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function iterate()
    for _ in iterate do end
  end
  iterate()
end
