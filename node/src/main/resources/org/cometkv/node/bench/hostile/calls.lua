function aso:onGet()
  local function again(n) return n and again(n) end
  local function deep(n) if n > 0 then return 1 + deep(n - 1) end return 0 end
  while true do deep(100) end
end
