-- family: forbidden
-- attack: os.exit inside pcall
-- event: onGet
-- outcome: completed
-- value: false
function onGet()
  return (pcall(function() os.exit(1) end))
end
