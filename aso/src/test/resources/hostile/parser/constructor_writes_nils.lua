-- family: parser
-- attack: a constructor whose list has nils where its fields set something before
-- event: onGet
-- outcome: completed
-- value: nil nil 3 0
function onGet()
  local one, two = { [1] = 5, nil }, { [2] = 6, [3] = 7, 1, nil, 3, nil }
  return tostring(one[1]) .. " " .. tostring(two[2]) .. " " .. tostring(two[3]) .. " " .. #one
end
