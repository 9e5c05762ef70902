-- A list is written from behind, and moved as a whole by its first element.
-- covers: OP_SETTABLE OP_FORLOOP OP_FORPREP
function aso:onGet()
  while true do
    local list = {}
    for i = 400, 1, -1 do list[i] = i end
  end
end
