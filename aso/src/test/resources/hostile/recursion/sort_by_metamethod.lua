-- family: recursion
-- attack: a sort whose elements' __lt sorts a list of such elements
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local mt = {}
  local function element() return setmetatable({}, mt) end
  mt.__lt = function()
    table.sort({ element(), element() })
    return true
  end
  table.sort({ element(), element() })
end
