-- family: state
-- attack: a metatable of the chunk whose __index is a library, as scripts may have
-- event: onGet
-- times: 2
-- outcome: completed
-- value: abab
aso.t = setmetatable({}, { __index = string })
function aso:onGet()
  return self.t.rep("ab", 2)
end
