-- Fields of handles, and names that are none.
-- covers: OP_GETTABLE
function aso:onGet(caller)
  local node, r = comet.lookup()[1] or caller, nil
  while true do
    r = caller.abcdefghijklmnop
    r = caller.id
    r = caller.writer
    r = caller.inbox
    r = caller.node
    r = node.coordinates
    r = node.id
  end
end
