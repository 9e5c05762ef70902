-- family: state
-- attack: a state nested thousands of levels deep through its keys
-- event: onGet
-- outcome: completed|limit|error
-- limit: live
-- value: true
function aso:onGet()
  for _ = 1, 2000 do self.chain = { [self.chain or 1] = true } end
  return true
end
