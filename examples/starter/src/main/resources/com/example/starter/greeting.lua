-- The state of the object: it stays from one event to the next.
aso.readers = 0

function aso:onGet(caller, request)
  self.readers = self.readers + 1
  return "Hello " .. request .. ", you are reader " .. self.readers
end
