-- family: allocation
-- attack: gmatch with 32 captures a match over a long text
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local s = ("x"):rep(20000)
  while true do
    for _ in s:gmatch(("()"):rep(32)) do end
  end
end
