-- family: results
-- attack: the caller's handle as the result: sent as data or refused, never as a live reference
-- event: onGet
-- outcome: completed|error
function onGet(caller)
  return caller
end
