-- family: poisoning
-- attack: a field of the caller written, to pretend to be someone else
-- event: onGet
-- outcome: error
function onGet(caller)
  caller.writer = "admin"
end
