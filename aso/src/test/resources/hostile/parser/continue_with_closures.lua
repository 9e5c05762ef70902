-- family: parser
-- attack: closures over a local of a loop body that goto continues keep their own boxes
-- event: onGet
-- outcome: completed
-- value: 1 2 3
function onGet()
  local f = {}
  for i = 1, 3 do
    local x = i
    f[i] = function() return x end
    goto continue
    ::continue::
  end
  return f[1]() .. " " .. f[2]() .. " " .. f[3]()
end
