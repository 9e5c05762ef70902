-- family: library-work
-- attack: rep with negative, NaN and infinite counts
-- event: onGet
-- outcome: completed|error
-- value: 0
function onGet()
  return #("x"):rep(-1) + #("x"):rep(-2^53) + #("x"):rep(-math.huge)
end
