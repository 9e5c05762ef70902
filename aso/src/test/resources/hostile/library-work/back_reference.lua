-- family: library-work
-- attack: a back reference compared at each split of the text
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("a"):rep(4000)):match("^(a*)b%1$") or (("a"):rep(4000) .. "c"):match("(a*)%1%1b")
end
