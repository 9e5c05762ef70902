aso.value = "Hello world!"
aso.getCount = 0

function aso:onGet()
  self.getCount = self.getCount + 1
  return {self.value, self.getCount}
end

-- So many calls that what comes before and after the event no longer shows.
function aso:onTimer()
  local last
  for i = 1, 300 do
    last = self:onGet()
  end
end
