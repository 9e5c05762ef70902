-- family: effects
-- attack: fields of a spawned object that are functions, cycles and handlers
-- event: onGet
-- outcome: completed|error
-- value: false
function onGet()
  local t = {}
  t.t = t
  local a, r = pcall(comet.spawn, comet.key(1), { onGet = onGet })
  local b, q = pcall(comet.spawn, comet.key(1), t)
  return a and r or b and q or false
end
