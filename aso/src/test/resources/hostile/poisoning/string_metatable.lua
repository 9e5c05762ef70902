-- family: poisoning
-- attack: the metatable of all strings is not handed out
-- event: onGet
-- outcome: completed
-- value: string
function onGet()
  return getmetatable("")
end
