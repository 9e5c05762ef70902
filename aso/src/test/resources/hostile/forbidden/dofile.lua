-- family: forbidden
-- attack: dofile of a file of the host
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return dofile("/etc/passwd")
end
