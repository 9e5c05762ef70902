-- Every update counts, once on each replica, in whatever order they arrive.
aso.accept = "all"
aso.tags = {}

function aso:onUpdate(caller, value)
  self.tags[#self.tags + 1] = value
  table.sort(self.tags)
end

function aso:onGet()
  return table.concat(self.tags, ", ")
end
