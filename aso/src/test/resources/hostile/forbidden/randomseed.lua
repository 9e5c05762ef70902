-- family: forbidden
-- attack: math.randomseed
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  math.randomseed(0)
end
