-- Coordinates and names of handles.
-- covers: comet.lookup OP_GETTABLE
-- heap: yes
function aso:onGet(caller)
  local node, list = comet.lookup()[1] or caller, {}
  for i = 1, 500 do list[i] = {node.coordinates, node.id, caller.inbox} end
  for i = 1, 6000 do end
  return #list
end
