aso.value = "sealed"

function aso:onUpdate(caller, value)
  return false, "sealed by " .. caller.writer .. ": nothing replaces this"
end
