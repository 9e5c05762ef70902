-- family: parser
-- attack: a goto into the scope of a local
-- event: onGet
-- outcome: error
-- error: jumps into the scope
function onGet() return 1 end
do
  goto inside
  local x = 1
  ::inside::
  aso.value = x
end
