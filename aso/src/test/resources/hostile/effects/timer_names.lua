-- family: effects
-- attack: timer names that are empty, very long, binary or no strings
-- event: onGet
-- outcome: completed|error|limit
-- limit: allocation|fuel|answer
function onGet()
  for _, name in ipairs({ "", ("n"):rep(100000), "\0\255", 1, true, {} }) do
    pcall(comet.after, name, 10)
    pcall(comet.cancel, name)
  end
  return true
end
