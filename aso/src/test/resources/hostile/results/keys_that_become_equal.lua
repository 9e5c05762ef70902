-- family: results
-- attack: a handle and its own id as keys: both are sent as one text
-- event: onGet
-- outcome: completed|error
function onGet()
  local node = comet.lookup()[1]
  return { [node] = "a", [node.id] = "b" }
end
