-- family: allocation
-- attack: a list in the state appended to and trimmed for ever
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
aso.list = {}
function aso:onGet()
  local list = self.list
  while true do
    list[#list + 1] = true
    list[#list] = nil
  end
end
