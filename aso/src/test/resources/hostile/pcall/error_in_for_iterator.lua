-- family: pcall
-- attack: an iterator that raises in the middle of a loop inside pcall, many times
-- event: onGet
-- outcome: completed
-- value: 50
function onGet()
  local n = 0
  for i = 1, 50 do
    pcall(function()
      for _ in function() error("x") end do end
    end)
    n = n + 1
  end
  return n
end
