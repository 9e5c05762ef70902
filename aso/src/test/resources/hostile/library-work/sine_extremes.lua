-- family: library-work
-- attack: sine and tangent of numbers so large that their reduction is long
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local sin, tan, x = math.sin, math.tan, 1.7976931348623157e308
  while true do
    sin(x)
    tan(x)
  end
end
