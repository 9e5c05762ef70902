-- 800 protected calls in each other.
-- covers: pcall xpcall
-- heap: yes
function aso:onGet()
  local function deep(n)
    if n == 0 then
      for i = 1, 6000 do end
    else
      pcall(deep, n - 1)
      return n
    end
  end
  deep(800)
end
