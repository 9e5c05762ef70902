-- family: results
-- attack: _G as the result
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  return _G
end
