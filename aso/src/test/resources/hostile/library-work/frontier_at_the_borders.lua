-- family: library-work
-- attack: %f at the start and the end of the subject, where a matcher may read outside of it
-- event: onGet
-- outcome: completed
-- value: THE (quick) fox
function onGet()
  local s = ("THE (quick) fox"):gsub("%f[%a]%a+%f[%A]", "%0")
  assert(("x"):find("%f[x]") == 1 and (""):find("%f[%z]") == nil and ("a"):find("%f[%z]", 2) == 2)
  return s
end
