-- family: library-work
-- attack: a back reference to the capture it stands in
-- event: onGet
-- outcome: error
-- error: capture
function onGet()
  return ("aaa"):match("(a%1)")
end
