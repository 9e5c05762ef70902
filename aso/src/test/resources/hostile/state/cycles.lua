-- family: state
-- attack: a state full of cycles and sharing
-- event: onGet
-- times: 5
-- outcome: completed
-- value: true
function aso:onGet()
  local a, b = {}, {}
  a.self, a.b, b.a, b.aso = a, b, a, self
  self.a, self.b, self.me = a, b, self
  self.list = { a, b, a, b, self }
  return self.me.me.a.b.aso == self and self.list[3].self == self.a
end
