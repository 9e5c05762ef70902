-- family: forbidden
-- attack: io.open of a file of the host
-- event: onGet
-- outcome: error
-- error: attempt to index
function onGet()
  return io.open("/etc/passwd"):read("*a")
end
