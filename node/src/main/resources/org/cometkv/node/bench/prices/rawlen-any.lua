-- Raw lengths of a long string and a long list.
-- covers: rawlen OP_LEN
local text, list = ("x"):rep(90000), {}
for i = 1, 4000 do list[i] = i end
function aso:onGet()
  local n
  while true do
    rawlen(text)
    rawlen(list)
    n = #text + #list
  end
end
