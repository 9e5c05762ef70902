-- family: results
-- attack: infinities and NaN as keys and values where they may be
-- event: onGet
-- outcome: completed
-- value: true
function onGet(caller, request)
  local t = { [1 / 0] = 1, [-1 / 0] = 0 / 0 }
  return t[1 / 0] == 1 and t[-1 / 0] ~= t[-1 / 0] and t[0 / 0] == nil
end
