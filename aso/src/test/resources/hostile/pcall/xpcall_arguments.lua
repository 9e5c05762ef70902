-- family: pcall
-- attack: xpcall moves its arguments, which must not move those of the function that called it
-- event: onGet
-- outcome: completed
-- value: 3 1 2 3
function onGet()
  local function show(...) return select("#", ...), ... end
  local function try(...)
    local caught = {}
    caught[1] = xpcall(function(a, b, c) return a + b + c end, error, ...)
    return show(...)
  end
  return table.concat({ try(1, 2, 3) }, " ")
end
