-- Sorts in each other.
-- covers: table.sort
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 300 do list[i] = i end
  local function deep(n)
    if n == 0 then
      for i = 1, 6000 do end
    else
      table.sort(list, function(a, b)
        if n then
          local m = n
          n = nil
          deep(m - 1)
        end
        return false
      end)
    end
  end
  deep(5)
end
