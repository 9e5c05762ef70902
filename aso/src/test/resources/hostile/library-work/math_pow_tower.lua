-- family: library-work
-- attack: fmod, pow and modulo with extreme operands in an endless loop
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local x = 1
  while true do
    x = math.fmod(1e308, 3) + math.pow(1.0000001, 1e15) % 5e-324
  end
end
