-- family: pcall
-- attack: pcall of values that cannot be called
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local succeeded = 0
  for _, v in ipairs({ 1, "x", true, {} }) do
    if pcall(v) then succeeded = succeeded + 1 end
  end
  if pcall(nil) then succeeded = succeeded + 1 end
  return succeeded
end
