-- family: state
-- attack: an iterator that the chunk put into the state: a restored copy must not find another function in its place
-- event: onGet
-- outcome: completed|error
aso.it = ("a b c"):gmatch("%a")
function aso:onGet()
  local _, m = pcall(self.it, "x y", "%a")
  return tostring(m)
end
