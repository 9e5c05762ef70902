-- family: recursion
-- attack: a gsub replacement function that calls gsub with itself
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local function replace() return (("x"):gsub("x", replace)) end
  return replace()
end
