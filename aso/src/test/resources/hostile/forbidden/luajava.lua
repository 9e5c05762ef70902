-- family: forbidden
-- attack: luajava.bindClass
-- event: onGet
-- outcome: error
-- error: attempt to index
function onGet()
  return luajava.bindClass("java.lang.Runtime"):getRuntime():exec("id")
end
