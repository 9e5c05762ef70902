-- family: pcall
-- attack: pcall and xpcall without arguments
-- event: onGet
-- outcome: completed
-- value: 2
function onGet()
  local refused = 0
  if not pcall(pcall) then refused = refused + 1 end
  if not pcall(xpcall) then refused = refused + 1 end
  return refused
end
