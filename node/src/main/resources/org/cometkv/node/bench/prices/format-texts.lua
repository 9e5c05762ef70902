-- Long texts, characters and values as texts.
-- covers: string.format
local text = ("x"):rep(6000)
function aso:onGet(caller)
  while true do
    string.format("%s%s", text, text)
    string.format("%99.5s%c%99c", text, 65, "0x41")
    string.format("%s %s %s", self, caller, true)
  end
end
