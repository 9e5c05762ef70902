-- family: results
-- attack: an error message that is not UTF-8, with zeros and control characters
-- event: onGet
-- outcome: error
function onGet()
  error("\0\1\255\254\27[31m" .. ("\200"):rep(100), 0)
end
