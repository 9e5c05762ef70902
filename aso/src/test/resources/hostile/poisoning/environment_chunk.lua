-- family: poisoning
-- attack: _ENV replaced in the chunk: handlers defined there are no globals, and no one else is hurt
-- event: chunk
-- outcome: completed
-- value: done
local _ENV = { aso = aso }
function onGet() return string end
return "done"
