-- Names of 16 bytes that are no fields of handles.
-- covers: OP_GETTABLE
function aso:onGet(caller)
  local r
  while true do
    r = caller["éééééééé"]
    r = caller.abcdefghijklmnop
  end
end
