-- A long key of the state is set again and again, so that the commit looks for it as often.
-- covers: OP_SETTABLE
local key = ("x"):rep(8000)
aso.all = {[key] = 1}
function aso:onGet()
  local all = self.all
  for i = 1, 40 do
    all[key] = nil
    all[key] = {}
  end
end
