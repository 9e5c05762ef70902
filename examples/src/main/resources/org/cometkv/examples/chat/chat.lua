-- A chat room: a put is what somebody says. Whoever was away for a while gets what was said meanwhile.
aso.accept = "all"
aso.history = 200
aso.said = 0

function aso:onUpdate(caller, text)
  if type(text) ~= "string" or #text < 1 or #text > 500 then
    return false, "say something in at most 500 bytes"
  end
  self.said = self.said + 1
  comet.publish({from = caller.writer, text = text})
end

function aso:onSubscribe(caller)
  return {snapshot = "welcome; " .. self.said .. " lines so far"}
end
