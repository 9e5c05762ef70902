-- family: allocation
-- attack: table constructors that reserve much and fill nothing
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  while true do
    local _ = { nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil,
      nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil }
  end
end
