-- family: poisoning
-- attack: a metatable set on a string
-- event: onGet
-- outcome: error
function onGet()
  setmetatable("", { __index = {} })
end
