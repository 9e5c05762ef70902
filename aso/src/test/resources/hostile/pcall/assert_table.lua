-- family: pcall
-- attack: assert with a table as its message
-- event: onGet
-- outcome: error
function onGet()
  assert(nil, {})
end
