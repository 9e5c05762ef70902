-- family: parser
-- attack: 1,500 ands: jump lists that must not be walked again and again
-- event: onGet
-- outcome: completed
-- value: nil
function onGet()
  local a, b
  return a
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and
b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b and b
end
