-- Tail calls without an end.
-- covers: OP_TAILCALL
function aso:onGet()
  local function again(n) return again(n + 0.5) end
  return again(1)
end
