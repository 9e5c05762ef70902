-- family: state
-- attack: a chunk that makes its functions by a random number, which is the same wherever the key is
-- event: onGet
-- outcome: completed
-- value: kept
if math.random() < 0.5 then
  aso.extra = function() return "extra" end
end
function onGet()
  return "kept"
end
