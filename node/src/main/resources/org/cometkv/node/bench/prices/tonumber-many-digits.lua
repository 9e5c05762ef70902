-- Numbers of numerals of 800 digits next to a tie.
-- covers: tonumber
local long = "2.47032822920623272088284396434110686182" .. ("5"):rep(760) .. "e-324"
local tie = "9007199254740993" .. ("0"):rep(700) .. "1"
function aso:onGet()
  while true do
    tonumber(long)
    tonumber(tie)
  end
end
