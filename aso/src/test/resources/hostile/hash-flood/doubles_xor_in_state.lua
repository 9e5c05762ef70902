-- family: hash-flood
-- attack: doubles of one exclusive or put into the state, which is hashed again at each restore
-- event: onGet
-- times: 20
-- outcome: completed|limit
-- limit: fuel
-- value: 1000
aso.n = 0
aso.t = {}
function aso:onGet()
  for a = self.n + 1, self.n + 50 do self.t[2^60 * (1 + (a * 2^32 + a) / 2^52)] = a end
  self.n = self.n + 50
  return self.n
end
