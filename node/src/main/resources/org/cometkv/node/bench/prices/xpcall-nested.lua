-- Protected calls 300 deep, each with a handler.
-- covers: xpcall
function aso:onGet()
  local function handle(message) return message end
  local function deep(n)
    if n > 0 then return xpcall(deep, handle, n - 1) end
    error("x")
  end
  while true do deep(300) end
end
