-- Joins of 180 empty strings.
-- covers: OP_CONCAT
local e = ""
function aso:onGet()
  local e, r = e, nil
  while true do
    r =
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e
  end
end
