-- Calls of what cannot be called, each error caught.
-- covers: OP_CALL OP_TAILCALL pcall
local function call() local nothing; nothing() end
local function tail() local nothing; return nothing() end
function aso:onGet()
  while true do
    pcall(call)
    pcall(tail)
    pcall(nil)
  end
end
