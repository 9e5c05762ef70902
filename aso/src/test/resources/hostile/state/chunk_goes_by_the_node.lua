-- family: state
-- attack: a chunk that makes its functions by the node that it runs on
-- event: onGet
-- outcome: error
-- error: comet.nodeID
if comet.nodeID() > comet.key() then
  aso.extra = function() return "extra" end
end
function onGet()
  return "kept"
end
