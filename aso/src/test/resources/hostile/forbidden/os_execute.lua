-- family: forbidden
-- attack: os.execute
-- event: onGet
-- outcome: error
-- error: attempt to index
function onGet()
  os.execute("touch /tmp/owned")
end
