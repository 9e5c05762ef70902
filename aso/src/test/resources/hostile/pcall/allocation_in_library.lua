-- family: pcall
-- attack: the end of the memory inside rep inside pcall
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  pcall(string.rep, "x", 500000)
  return "went on"
end
