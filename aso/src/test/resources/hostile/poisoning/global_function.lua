-- family: poisoning
-- attack: global functions replaced: gone with the event
-- event: onGet
-- times: 3
-- outcome: completed
-- value: number 1
function onGet()
  local s = type(1) .. " " .. tostring(1)
  type, tostring, pcall, error, setmetatable = nil, nil, nil, nil, nil
  return s
end
