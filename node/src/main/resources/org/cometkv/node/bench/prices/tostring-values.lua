-- Texts of tables, functions, truth values and handles.
-- covers: tostring
function aso:onGet(caller)
  local node = comet.lookup()[1]
  while true do
    tostring(self)
    tostring(tostring)
    tostring(true)
    tostring(nil)
    tostring(caller)
    tostring(node)
  end
end
