-- family: parser
-- attack: a chunk that returns early leaves no handlers, and says nothing of the source
-- event: chunk
-- outcome: completed
-- value: early
if true then return "early" end
function onGet() return "never" end
