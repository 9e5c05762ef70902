-- family: pcall
-- attack: error messages name the chunk and the line, not the host
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local _, m = pcall(function() local x = nil; return x.y end)
  return m:find(":%d+: ") ~= nil and not m:find("java") and not m:find("org%.")
end
