-- family: results
-- attack: an uncaught error value nil
-- event: onGet
-- outcome: error
function onGet()
  error(nil)
end
