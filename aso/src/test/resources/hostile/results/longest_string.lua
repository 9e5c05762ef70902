-- family: results
-- attack: a string almost as long as an answer may be, and its length is right
-- event: onGet
-- outcome: completed
-- value: 65000
function onGet()
  local s = ("x"):rep(65000)
  return #s
end
