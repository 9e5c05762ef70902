-- family: waits
-- attack: a sort that waits while another event changes an element of the same list
-- event: onGet
-- meanwhile: onTimer
-- outcome: completed|error
aso.list = { 3, 2, 1 }
function aso:onGet()
  table.sort(self.list, function(a, b)
    comet.get()
    return a < b
  end)
  return self.list[1] + self.list[2] + self.list[3]
end
function aso:onTimer()
  self.list[2] = 20
end
