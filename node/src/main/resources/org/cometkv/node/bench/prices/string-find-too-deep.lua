-- A pattern that is too complex, each error caught.
-- covers: string.find pcall
local pattern = ("()"):rep(32)
local optional = ("a?"):rep(250)
local text = ("a"):rep(300)
function aso:onGet()
  while true do
    pcall(string.find, text, optional)
    pcall(string.find, text, pattern .. "()")
  end
end
