-- family: state
-- attack: a state of empty tables: a byte or two each when encoded, much more as objects
-- event: onGet
-- times: 15
-- outcome: limit
-- limit: live
aso.list = {}
function aso:onGet()
  for _ = 1, 1500 do self.list[#self.list + 1] = {} end
end
