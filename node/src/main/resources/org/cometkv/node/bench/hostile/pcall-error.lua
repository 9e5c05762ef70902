function aso:onGet()
  local function nested(n)
    if n == 0 then
      while true do pcall(error, "x") end
    end
    nested(n - 1)
    return n
  end
  nested(150)
end
