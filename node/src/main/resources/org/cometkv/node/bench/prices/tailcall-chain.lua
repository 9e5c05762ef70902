-- Tail calls of a table, with all variables captured.
-- covers: OP_TAILCALL OP_CLOSURE
function aso:onGet()
  local again
  again = setmetatable({}, {__call = function(self, a, b, c)
    return self(c, a, b)
  end})
  return again(1, 2, 3)
end
