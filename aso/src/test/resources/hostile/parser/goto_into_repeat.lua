-- family: parser
-- attack: a goto over a local that the until condition reads
-- event: onGet
-- outcome: error
function onGet()
  repeat
    goto continue
    local x = true
    ::continue::
  until x
end
