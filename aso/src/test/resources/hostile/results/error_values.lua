-- family: results
-- attack: an uncaught error value that is a function
-- event: onGet
-- outcome: error
function onGet()
  error(onGet)
end
