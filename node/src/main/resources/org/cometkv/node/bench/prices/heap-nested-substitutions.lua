-- 25 substitutions in each other, each with a text of its own.
-- covers: string.gsub
-- heap: yes
function aso:onGet()
  local text = ("y"):rep(400) .. "x"
  local function deep(n)
    if n == 0 then
      for i = 1, 6000 do end
    else
      text:gsub("x", function() deep(n - 1) end)
    end
  end
  deep(25)
end
