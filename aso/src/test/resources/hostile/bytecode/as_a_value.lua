-- family: bytecode
-- attack: byte code as a value is only a string
-- event: onGet
-- outcome: completed
-- value: 4
function aso:onGet()
  self.value = "\27Lua"
  return #self.value
end
