-- family: allocation
-- attack: a field of the state written for ever: undo must neither grow without a charge nor be free
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function aso:onGet()
  while true do self.x = 1 end
end
