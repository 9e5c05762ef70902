-- family: loops
-- attack: endless goto
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  ::top::
  goto top
end
