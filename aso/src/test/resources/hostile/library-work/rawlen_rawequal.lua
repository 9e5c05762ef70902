-- family: library-work
-- attack: rawequal of two long equal strings in an endless loop
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local a, b = ("x"):rep(60000) .. "1", ("x"):rep(60000) .. "1"
  while rawequal(a, b) do end
end
