-- family: poisoning
-- attack: setmetatable with things that are no metatable
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local accepted = 0
  for _, mt in ipairs({ 1, "x", true, tostring }) do
    if pcall(setmetatable, {}, mt) then accepted = accepted + 1 end
  end
  if pcall(setmetatable, {}) then accepted = accepted + 1 end
  return accepted
end
