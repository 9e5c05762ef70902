-- Publish/subscribe: whoever subscribes gets what anybody puts from then on, and the last value at once.
aso.accept = "all"

function aso:onUpdate(caller, value)
  self.value = value
  comet.publish(value)
end

function aso:onSubscribe(caller)
  return self.value
end
