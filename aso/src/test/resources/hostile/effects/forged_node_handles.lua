-- family: effects
-- attack: node handles that the script made itself
-- event: onGet
-- outcome: completed
-- value: 0
function aso:onGet()
  local accepted = 0
  for _, nodes in ipairs({
    { { id = ("0"):rep(64), ip = "10.0.0.1", port = 22 } },
    { "10.0.0.1:22" },
    { 1, 2, 3 },
    { true },
    { {} },
    { setmetatable({}, { __index = function() while true do end end }) },
    setmetatable({}, { __index = function() while true do end end, __len = function() return 2^40 end }),
  }) do
    local ok, accepted_by_host = pcall(comet.put, self, nodes)
    if ok and accepted_by_host and rawlen(nodes) > 0 then accepted = accepted + 1 end
  end
  return accepted
end
