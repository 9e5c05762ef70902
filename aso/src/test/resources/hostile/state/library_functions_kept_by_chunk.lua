-- family: state
-- attack: library functions that the chunk put into the state work in a restored copy as well
-- event: onGet
-- times: 2
-- outcome: completed
-- value: X 3 true
aso.up, aso.deep, aso.keys = string.upper, { table.unpack, math.max }, { [tostring] = true }
function aso:onGet()
  return self.up("x") .. " " .. self.deep[2](self.deep[1]({ 1, 3, 2 })) .. " " .. tostring(self.keys[tostring])
end
