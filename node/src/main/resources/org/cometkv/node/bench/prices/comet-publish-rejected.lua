-- Messages whose options are refused, each error caught.
-- covers: comet.publish comet.subscribers pcall
local long, other = {conflate = ("x"):rep(90000)}, {tags = {("\255"):rep(64)}}
function aso:onGet()
  while true do
    pcall(comet.publish, 1, long)
    pcall(comet.publish, 1, other)
    comet.subscribers()
  end
end
