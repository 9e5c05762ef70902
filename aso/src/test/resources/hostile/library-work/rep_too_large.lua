-- family: library-work
-- attack: rep whose result could not even be addressed
-- event: onGet
-- outcome: error|limit
-- limit: allocation
function onGet()
  return #("abc"):rep(2^31)
end
