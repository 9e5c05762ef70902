-- family: state
-- attack: a function put deep into the state
-- event: onGet
-- outcome: error
-- error: hidden
aso.a = { b = {} }
function aso:onGet()
  self.a.b.c = { d = { hidden = function() end } }
end
