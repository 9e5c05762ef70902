-- family: state
-- attack: a table of the chunk outside the state with a library as its metatable, put into the state by an event
-- event: onGet
-- times: 2
-- outcome: completed|error
-- error: metatable
-- value: true 1
local frozen = setmetatable({ 1 }, table)
function aso:onGet()
  self.kept = frozen
  return tostring(getmetatable(self.kept) == table) .. " " .. self.kept[1]
end
