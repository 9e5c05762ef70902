-- family: library-work
-- attack: a too complex pattern is an ordinary error: caught, and the matcher works afterwards
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local ok, message = pcall(string.find, ("a"):rep(300), ("a?"):rep(300))
  return not ok and message:find("too complex", 1, true) ~= nil and ("hello"):find("l") == 3
end
