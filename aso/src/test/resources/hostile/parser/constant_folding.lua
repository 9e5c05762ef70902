-- family: parser
-- attack: constants that fold to infinity, NaN and minus zero
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local nan, inf, zero = 0 / 0, 1 / 0, -0
  return nan ~= nan and inf == math.huge and 1 / zero == -inf and 2 ^ 1024 == inf and -(0 / 0) ~= 0
end
