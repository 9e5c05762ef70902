-- family: forbidden
-- attack: collectgarbage, which would stop the world for everyone
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  while true do collectgarbage("collect") end
end
