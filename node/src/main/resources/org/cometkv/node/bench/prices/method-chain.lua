-- Calls of a method at the end of 99 tables, and of a string.
-- covers: OP_SELF OP_CALL
local last = {}
function last.none() end
for i = 1, 99 do
  last = setmetatable({a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9}, {__index = last})
end
local text = ("x"):rep(4000)
function aso:onGet()
  while true do
    last:none()
    text:len()
  end
end
