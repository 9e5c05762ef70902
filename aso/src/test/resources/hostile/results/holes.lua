-- family: results
-- attack: a list whose middle is gone, sent as it is
-- event: onGet
-- outcome: completed
-- value: {1, 2, [5] = 5}
function onGet()
  local t = { 1, 2, 3, 4, 5 }
  t[3], t[4] = nil, nil
  return t
end
