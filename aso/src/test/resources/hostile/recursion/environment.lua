-- family: recursion
-- attack: an environment whose __index reads a missing global in itself
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local env = {}
  local _ENV = setmetatable(env, { __index = function(t, k) return env[k .. "x"] end })
  return missing
end
