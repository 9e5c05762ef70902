-- family: state
-- attack: the step of ipairs that the chunk put into the state: a restored copy must not find another function in its place
-- event: onGet
-- outcome: completed|error
aso.step = ipairs({})
function aso:onGet()
  return { pcall(self.step, { "a", "b" }, 1) }
end
