-- family: allocation
-- attack: one concatenation of forty long operands
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local s = ("x"):rep(20000)
  return #(s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s
    .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s)
end
