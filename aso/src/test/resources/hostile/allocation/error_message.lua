-- family: allocation
-- attack: an error message of 100,000 bytes: what is told is bounded
-- event: onGet
-- outcome: error
function onGet()
  error(("boom "):rep(20000))
end
