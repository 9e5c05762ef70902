aso.accept = "all"

function aso:onUpdate(caller, value)
  comet.publish(value)
end

function aso:onSubscribe()
  return comet.subscribers()
end

function aso:onGet(caller, count)
  for i = 1, count do
    comet.publish(self.value)
  end
end
