-- family: poisoning
-- attack: node handles of a look-up written
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local nodes, changed = comet.lookup(), 0
  for _, node in ipairs(nodes) do
    if pcall(function() node.id = "x" end) then changed = changed + 1 end
    if pcall(function() node.ip = "10.0.0.1" end) then changed = changed + 1 end
    if pcall(rawset, node, "ip", "10.0.0.1") then changed = changed + 1 end
    if node.ip == "10.0.0.1" then changed = changed + 100 end
  end
  return #nodes > 0 and changed
end
