-- family: allocation
-- attack: huge, negative and fractional indices must not reserve a list
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local t = {}
  for _, i in ipairs({ 2^31 - 1, 2^31, 2^40, 2^53, -1, -2^31, 1e300, 0.5, 1e9 }) do t[i] = true end
  return #t
end
