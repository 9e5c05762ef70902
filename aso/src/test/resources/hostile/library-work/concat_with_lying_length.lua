-- family: library-work
-- attack: concat and sort of tables whose __len lies: negative, NaN, infinite, not a number
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  for _, n in ipairs({ -1, 0 / 0, math.huge, 2^31, 2^53, "x" }) do
    local t = setmetatable({ "b", "a" }, { __len = function() return n end })
    pcall(table.concat, t)
    pcall(table.insert, t, "c")
    pcall(table.remove, t)
    if type(n) == "number" and n < 1 then pcall(table.sort, t) end
  end
  return true
end
