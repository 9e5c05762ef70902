-- family: forbidden
-- attack: print into the node's own output
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  print("this must not be printed")
end
