-- family: pcall
-- attack: upvalues closed by an error keep their last values
-- event: onGet
-- outcome: completed
-- value: 3 3
function onGet()
  local get
  pcall(function()
    local x = 1
    get = function() return x end
    x = 3
    error("x")
  end)
  return get() .. " " .. get()
end
