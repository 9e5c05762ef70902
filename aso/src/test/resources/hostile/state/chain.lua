-- family: state
-- attack: a state nested thousands of levels deep: walks of it must not overflow the Java stack
-- event: onGet
-- times: 2
-- outcome: completed|limit
-- limit: live
-- value: true
function aso:onGet()
  for _ = 1, 2000 do self.chain = { self.chain } end
  return true
end
