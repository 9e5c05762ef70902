-- family: results
-- attack: a list of very many empty tables, a byte each when encoded and much more as objects
-- event: onGet
-- outcome: completed|limit
-- limit: answer|allocation
function onGet()
  local t, e = {}, {}
  for i = 1, 9000 do t[i] = e end
  return t
end
