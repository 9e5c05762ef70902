-- family: forbidden
-- attack: require of a Java class
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return require("java.lang.System")
end
