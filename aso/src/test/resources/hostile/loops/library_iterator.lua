-- family: loops
-- attack: generic for over a library function that never returns nil: two instructions a turn
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  for _ in rawlen, "abc" do end
end
